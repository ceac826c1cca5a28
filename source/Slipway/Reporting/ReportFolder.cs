using System.Text.Json;
using Slipway.Base;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting.Data;
using Slipway.Reporting.Html;

namespace Slipway.Reporting;

/// <summary>
/// The folder of reports. Targets, and processes, add to it side by side: each gate and suite is a file of its own, and
/// the files for readers are made from all of them under a lock.
/// </summary>
/// <param name="clock">
/// With one, the files for readers are made at most every two seconds, and by <see cref="CatchUpAsync"/>: a run whose gates
/// are all in the record would spend most of its time on them. Without one they are made at once.
/// </param>
public sealed class ReportFolder(string folder, TimeProvider? clock = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long _written = clock?.GetTimestamp() ?? 0;
    private Task _beginning = Task.CompletedTask;
    private volatile bool _isBehind;

    private const string GatesFolder = "gates";
    private const string TestsFolder = "tests";

    public string Folder { get; } = Path.GetFullPath(folder);

    public string GatesJson => Path.Combine(Folder, "gates.json");

    public string Summary => Path.Combine(Folder, "summary.md");

    /// <summary>The report as a page.</summary>
    public string Page => Path.Combine(Folder, "index.html");

    public string JUnit => Path.Combine(Folder, "junit.xml");

    /// <summary>What a scan for secrets found, for GitHub's code scanning.</summary>
    public string SecretsSarif => Path.Combine(Folder, "secrets.sarif");

    /// <summary>The benchmarks beside those of the base; also part of the summary.</summary>
    public string BenchmarksJson => Path.Combine(Folder, "benchmarks.json");

    /// <summary>The coverage of each file.</summary>
    public string CoverageJson => Path.Combine(Folder, "coverage.json");

    public string Lcov => Path.Combine(Folder, "lcov.info");

    public string Cobertura => Path.Combine(Folder, "cobertura.xml");

    /// <summary>What the analysis of the code found, for GitHub's code scanning.</summary>
    public string AnalysisSarif => Path.Combine(Folder, "analysis.sarif");

    /// <summary>Removes what an earlier run left.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(Folder, cancellationToken);
        foreach (var part in new[] { GatesFolder, TestsFolder }.Select(name => Path.Combine(Folder, name)).Where(Directory.Exists))
            Directory.Delete(part, recursive: true);
        foreach (var file in new[] { GatesJson, Summary, JUnit, SecretsSarif, AnalysisSarif, BenchmarksJson, CoverageJson, Lcov, Cobertura })
            File.Delete(file);
        foreach (var file in ReportContent.DataFiles.SelectMany(name => Directory.EnumerateFiles(Folder, name)).Append(Page).ToList())
            File.Delete(file);
    }

    /// <summary>Adds a gate, in place of an earlier one of its name and leg.</summary>
    public Task AddAsync(GateResult gate, CancellationToken cancellationToken = default) =>
        AddAsync(GatesFolder, ReportFileName.Of(gate.Name, gate.Leg), JsonSerializer.Serialize(gate, ReportJson.Readable.GateResult) + "\n", cancellationToken);

    /// <summary>Adds a suite, in place of an earlier one of its name and leg.</summary>
    public Task AddAsync(TestSuiteResult suite, CancellationToken cancellationToken = default) =>
        AddAsync(TestsFolder, ReportFileName.Of(suite.Name, suite.Leg), TestsFile.Write(suite), cancellationToken);

    /// <summary>Leaves the sizes of programs for the page.</summary>
    public Task WriteAsync(SizeComparison sizes, string? leg = null, CancellationToken cancellationToken = default) =>
        AtomicFile.WriteTextAsync(Path.Combine(Folder, ReportFileName.Of(SizeData.Name, leg)), SizeData.Write(sizes, leg), cancellationToken);

    /// <summary>Leaves how flaky tests are for the page.</summary>
    public Task WriteAsync(IReadOnlyList<FlakyRate> rates, string? leg = null, CancellationToken cancellationToken = default) =>
        AtomicFile.WriteTextAsync(Path.Combine(Folder, ReportFileName.Of(FlakyData.Name, leg)), FlakyData.Write(rates), cancellationToken);

    /// <exception cref="SlipwayException">A file is no gate's result.</exception>
    public async Task<GateReport> ReadGatesAsync(CancellationToken cancellationToken = default) => new(
        await ReadAsync(GatesFolder, "gate", ReportJson.Strict.Read<GateResult>, cancellationToken));

    /// <exception cref="SlipwayException">A file is no suite's result.</exception>
    public Task<IReadOnlyList<TestSuiteResult>> ReadTestsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(TestsFolder, "suite", TestsFile.Read, cancellationToken);

    /// <summary>The benchmarks as Markdown; empty when none were compared.</summary>
    /// <exception cref="SlipwayException">The file is not what the gate writes.</exception>
    public async Task<string> ReadBenchmarksAsync(CancellationToken cancellationToken = default) => File.Exists(BenchmarksJson)
        ? BenchmarkMarkdown.Write(Read(BenchmarksJson, "benchmark", BenchmarksFile.Read, await File.ReadAllTextAsync(BenchmarksJson, cancellationToken)))
        : "";

    /// <summary>
    /// Makes the files for readers from all gates and suites that are there, also from those that other jobs have handed
    /// over; of nothing it makes nothing.
    /// </summary>
    /// <param name="judgeJobs">What the jobs of a workflow say beyond their gates; then the summary begins with the verdict.</param>
    public async Task<GateReport> PublishAsync(
        Func<GateReport, IEnumerable<GateResult>>? judgeJobs = null,
        CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(Folder, cancellationToken);
        return await WriteAsync(judgeJobs, cancellationToken);
    }

    /// <summary>Makes the files for readers, if something was added since they were made.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await _beginning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_isBehind)
            await PublishAsync(cancellationToken: cancellationToken);
    }

    private async Task AddAsync(string part, string file, string text, CancellationToken cancellationToken)
    {
        // Each is a file of its own, which needs no lock.
        await AtomicFile.WriteTextAsync(Path.Combine(Folder, part, file), text, cancellationToken);
        _isBehind = true;
        if (clock is null || clock.GetElapsedTime(_written) >= Pause)
            await PublishAsync(cancellationToken: cancellationToken);
        // Once while others are at work: the first time takes longest.
        else if (_beginning == Task.CompletedTask)
            _beginning = Task.Run(() => PublishAsync(cancellationToken: cancellationToken), cancellationToken);
    }

    private async Task<GateReport> WriteAsync(Func<GateReport, IEnumerable<GateResult>>? judgeJobs, CancellationToken cancellationToken)
    {
        (_written, _isBehind) = (clock?.GetTimestamp() ?? 0, false);
        var report = await ReadGatesAsync(cancellationToken);
        var suites = await ReadTestsAsync(cancellationToken);
        if (judgeJobs is not null)
            report = new GateReport([.. report.Gates, .. judgeJobs(report)]);
        else if (report.Gates.Count == 0 && suites.Count == 0)
            return report;
        var summary = judgeJobs is null ? SummaryMarkdown.Write(report) : SummaryMarkdown.WriteWithVerdict(report);
        summary += await ReadBenchmarksAsync(cancellationToken);
        await AtomicFile.WriteTextAsync(GatesJson, GatesFile.Write(report), cancellationToken);
        await AtomicFile.WriteTextAsync(Summary, StepSummary.Fit(summary, StepSummary.LimitInBytes), cancellationToken);
        await AtomicFile.WriteTextAsync(JUnit, JUnitXml.Write(suites), cancellationToken);
        await AtomicFile.WriteTextAsync(Page, HtmlReport.Write(await ReportContent.GatherAsync(Folder, report, suites, cancellationToken)), cancellationToken);
        return report;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string part, string what, Func<string, T> read, CancellationToken cancellationToken)
    {
        var source = Path.Combine(Folder, part);
        if (!Directory.Exists(source))
            return [];
        var items = new List<T>();
        foreach (var file in Directory.EnumerateFiles(source, "*.json").Order(StringComparer.Ordinal))
            items.Add(Read(file, what, read, await File.ReadAllTextAsync(file, cancellationToken)));
        return items;
    }

    private static T Read<T>(string file, string what, Func<string, T> read, string text)
    {
        try
        {
            return read(text);
        }
        catch (JsonException exception)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"This is not the result of a {what}{(exception.Path is null or "$" ? "" : $"; what is wrong is at {exception.Path}")}.",
                "Only Slipway of the same version writes into this folder: remove the file, and run the pipeline again.",
                new SourceLocation(file, exception.LineNumber is { } line ? (int)line + 1 : null),
                exception);
        }
    }
}
