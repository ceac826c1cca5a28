using System.Text.Json;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>
/// The folder of reports. Targets, and processes, add to it side by side: each gate and suite is a file of its own, and
/// the files for readers are made from all of them under a lock.
/// </summary>
public sealed class ReportFolder(string folder)
{
    private const string GatesFolder = "gates";
    private const string TestsFolder = "tests";

    public string Folder { get; } = Path.GetFullPath(folder);

    public string GatesJson => Path.Combine(Folder, "gates.json");

    public string Summary => Path.Combine(Folder, "summary.md");

    public string JUnit => Path.Combine(Folder, "junit.xml");

    /// <summary>Removes what an earlier run left.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(Folder, cancellationToken);
        foreach (var part in new[] { GatesFolder, TestsFolder }.Select(name => Path.Combine(Folder, name)).Where(Directory.Exists))
            Directory.Delete(part, recursive: true);
        foreach (var file in new[] { GatesJson, Summary, JUnit })
            File.Delete(file);
    }

    /// <summary>Adds a gate, in place of an earlier one of its name.</summary>
    public Task AddAsync(GateResult gate, CancellationToken cancellationToken = default) =>
        AddAsync(GatesFolder, gate.Name, JsonSerializer.Serialize(gate, ReportJson.Readable.GateResult) + "\n", cancellationToken);

    /// <summary>Adds a suite, in place of an earlier one of its name.</summary>
    public Task AddAsync(TestSuiteResult suite, CancellationToken cancellationToken = default) =>
        AddAsync(TestsFolder, suite.Name, TestsFile.Write(suite), cancellationToken);

    public async Task<GateReport> ReadGatesAsync(CancellationToken cancellationToken = default) => new(
        await ReadAsync(GatesFolder, text => JsonSerializer.Deserialize(text, ReportJson.Readable.GateResult)!, cancellationToken));

    public Task<IReadOnlyList<TestSuiteResult>> ReadTestsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(TestsFolder, TestsFile.Read, cancellationToken);

    private async Task AddAsync(string part, string name, string text, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"'{name}' is no name for a report: use letters, digits, - and _.", nameof(name));
        await using var held = await FolderLock.TakeAsync(Folder, cancellationToken);
        await AtomicFile.WriteTextAsync(Path.Combine(Folder, part, name + ".json"), text, cancellationToken);
        var report = await ReadGatesAsync(cancellationToken);
        var suites = await ReadTestsAsync(cancellationToken);
        await AtomicFile.WriteTextAsync(GatesJson, GatesFile.Write(report), cancellationToken);
        await AtomicFile.WriteTextAsync(Summary, SummaryMarkdown.Write(report), cancellationToken);
        await AtomicFile.WriteTextAsync(JUnit, JUnitXml.Write(suites), cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string part, Func<string, T> read, CancellationToken cancellationToken)
    {
        var source = Path.Combine(Folder, part);
        if (!Directory.Exists(source))
            return [];
        var items = new List<T>();
        foreach (var file in Directory.EnumerateFiles(source, "*.json").Order(StringComparer.Ordinal))
            items.Add(read(await File.ReadAllTextAsync(file, cancellationToken)));
        return items;
    }
}
