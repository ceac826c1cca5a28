using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;
using Slipway.Benchmarks;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Brings <c>Benchmark</c>: no benchmark is slower than at the base by more than a limit, where the machine lets that be told.</summary>
public interface IBenchmark : IHazBase
{
    private const double LongestTime = 24 * 60 * 60;

    /// <summary>How much slower a benchmark may get, in percent; null is what the build class says.</summary>
    [Parameter("Percent that a benchmark may get slower by; default: 10")]
    double? BenchThreshold => TryGetValue<double?>(() => BenchThreshold!);

    /// <summary>How long all benchmarks are measured, once they are built.</summary>
    [Parameter("Seconds that benchmarks are measured at most; default: 60")]
    double? BenchTime => TryGetValue<double?>(() => BenchTime!);

    /// <summary>Which benchmarks are measured; null is all.</summary>
    [Parameter("Measures only benchmarks with this in their name")]
    string? BenchFilter => TryGetValue(() => BenchFilter!);

    /// <summary>The build class's limit in percent; null is 10.</summary>
    double? MaxSlowdown => null;

    /// <summary>How long the build class lets benchmarks be measured; null is a minute.</summary>
    TimeSpan? MaxBenchTime => null;

    /// <summary>What the job with this gate <c>Produces</c>, besides the gates' reports.</summary>
    sealed string BenchmarkReport => ReportDirectory / "benchmarks.json";

    Target Benchmark => _ => _
        .Description("Compares the benchmarks with those of the base")
        .TryDependsOn<IToolchain>()
        .TryAfter<ICompileRelease>()
        // What runs beside a benchmark disturbs it.
        .TryAfter<IUnitTest>()
        .TryAfter<IIntegrationTest>()
        .TryAfter<ISafetyTest>()
        .TryAfter<IEndToEndTest>()
        .TryAfter<IBinarySize>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Benchmark), GateStage.Gates, async token =>
        {
            var limit = GetLimit();
            var options = GetOptions(limit);
            var commit = await FindBaseAsync(token);
            if (commit.Value == null)
            {
                Judge(GateResult.Skipped(nameof(Benchmark), GateStage.Gates, commit.Reason!));
                return;
            }

            var command = BenchmarkCommand;
            var head = await TestBuild.CompileAsync(command, PipelineLog.Write, token);
            head.Run.EnsureStarted();
            if (!head.Run.Succeeded)
            {
                Judge(CompileGate.Judge(head.Run, RootDirectory) with { Name = nameof(Benchmark), Stage = GateStage.Gates });
                return;
            }

            var comparer = new BenchmarkComparer(BaseDirectory, PipelineLog.WriteQuietly, x => Log.Information("{Line:l}", x));
            var compared = await comparer.CompareAsync(commit.Value, command, head, options, token);
            if (compared.Value is not { } facts)
            {
                Judge(GateResult.Skipped(nameof(Benchmark), GateStage.Gates, compared.Reason!));
                return;
            }

            await AtomicFile.WriteTextAsync(BenchmarkReport, BenchmarksFile.Write(facts, limit, RootDirectory), token);
            foreach (var line in BenchmarkGate.Describe(facts, limit))
                Log.Information("{Line:l}", PipelineLog.Harmless(line));
            Judge(BenchmarkGate.Judge(facts, limit, RootDirectory));
        }));

    /// <summary>How benchmarks are built.</summary>
    sealed CargoCommand BenchmarkCommand => CargoCommand.Bench
        .Apply(CargoSettingsBase).Apply(CargoSettings)
        .Apply(BenchmarkSettings);

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> BenchmarkSettings => _ => _;

    private Threshold GetLimit()
    {
        if (BenchThreshold is { } number && !(number > 0 && double.IsFinite(number)))
            throw new SlipwayException(ErrorKind.Configuration, FormattableString.Invariant($"--bench-threshold is {number}."), "It is a percentage above 0.");
        return BenchThreshold is { } given ? Threshold.AtMost(given, "--bench-threshold")
            : MaxSlowdown is { } declared ? Threshold.AtMost(declared, "the build class")
            : Threshold.AtMost(BenchmarkOptions.DefaultSlowdown * 100, "the default");
    }

    private BenchmarkOptions GetOptions(Threshold limit)
    {
        if (BenchTime is { } seconds && !(seconds is > 0 and <= LongestTime))
            throw new SlipwayException(ErrorKind.Configuration, FormattableString.Invariant($"--bench-time is {seconds}."), FormattableString.Invariant($"It can be up to {LongestTime} seconds."));
        var time = BenchTime is { } given ? TimeSpan.FromSeconds(given) : MaxBenchTime ?? BenchmarkOptions.DefaultTime;
        return new BenchmarkOptions(limit.Value / 100, time, string.IsNullOrEmpty(BenchFilter) ? null : BenchFilter);
    }
}
