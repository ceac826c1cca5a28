using System.Globalization;
using System.Text;
using Slipway.Cargo.Testing;
using Slipway.Processes;

namespace Slipway.Benchmarks;

/// <summary>A compiled benchmark program.</summary>
public sealed record BenchmarkProgram(TestBinary Binary, bool IsCriterion)
{
    public const string TimeVariable = "SLIPWAY_BENCH_MILLISECONDS";
    public const string IterationsVariable = "SLIPWAY_BENCH_ITERATIONS";

    // Of regular expressions, which criterion's filters are.
    private const string Special = @"\.+*?()|[]{}^$";

    private const double CriterionWarmUp = 0.1;
    private const string CriterionFolderVariable = "CRITERION_HOME";

    // Criterion takes no fewer.
    private const int CriterionSamples = 10;

    private static readonly byte[] CriterionSign = Encoding.ASCII.GetBytes(CriterionFolderVariable);

    public string Name => Binary.Target.Name;

    public static async Task<BenchmarkProgram> OfAsync(TestBinary binary, CancellationToken cancellationToken = default) =>
        new(binary, await TestListing.HasSignAsync(binary.Executable, [CriterionSign], cancellationToken));

    /// <summary>Runs it once, as <c>cargo bench</c> does.</summary>
    /// <exception cref="SlipwayException">It fails, or what it writes cannot be understood.</exception>
    public async Task<BenchmarkBlock> RunAsync(BlockRequest request, CancellationToken cancellationToken)
    {
        // A folder of its own: what earlier runs left is not measured again, and the user's is not changed.
        var folder = Path.Combine(Path.GetTempPath(), $"slipway-criterion-{Guid.NewGuid():N}");
        try
        {
            var samples = new List<BenchmarkSample>();
            var lines = new List<string>();
            var command = Binary.ToToolCommand("--bench")
                .AddArguments(IsCriterion ? CriterionArguments(request) : Filters(request))
                .WithEnvironment(CriterionFolderVariable, folder)
                .WithEnvironment(TimeVariable, request.Time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture))
                .WithEnvironment(IterationsVariable, null)
                .WithTimeLimit(request.TimeLimit);
            var result = await command.ExecuteAsync(line => Keep(lines, line), cancellationToken);
            if (!result.Succeeded)
                throw new CommandFailedException(result);
            samples.AddRange(lines.Select(BenchmarkLine.Parse).OfType<BenchmarkSample>());
            samples.AddRange(CriterionFolder.Read(folder));
            return BenchmarkBlock.Of(samples.Where(sample => request.Filter is null || sample.Name.Contains(request.Filter, StringComparison.Ordinal)));
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static void Keep(List<string> lines, ToolLine line)
    {
        if (!line.IsError)
            lines.Add(line.Text);
    }

    private static IEnumerable<string> Filters(BlockRequest request) =>
        request.Names.Count > 0 ? request.Names : request.Filter is null ? [] : [request.Filter];

    private static IEnumerable<string> CriterionArguments(BlockRequest request)
    {
        var time = Math.Max(request.Time.TotalSeconds, CriterionWarmUp).ToString("0.###", CultureInfo.InvariantCulture);
        var filter = request.Names.Count > 0 ? $"^({string.Join('|', request.Names.Select(Escape))})$"
            : request.Filter is null ? null : Escape(request.Filter);
        return
        [
            "--noplot",
            "--warm-up-time", CriterionWarmUp.ToString(CultureInfo.InvariantCulture),
            "--measurement-time", time,
            "--sample-size", Math.Max(CriterionSamples, (int)(request.Time.TotalMilliseconds / 5)).ToString(CultureInfo.InvariantCulture),
            .. filter is null ? [] : new[] { filter },
        ];
    }

    private static string Escape(string name) =>
        string.Concat(name.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}
