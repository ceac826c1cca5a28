using System.Diagnostics;
using Nuke.Common;
using Serilog;
using Slipway.Base;
using Slipway.Cargo.Binaries;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>BinarySize</c>: no program of the release build has grown too much since the base.</summary>
public interface IBinarySize : ICompileRelease, IHazBase
{
    /// <summary>How much a program may grow, in MB of a million bytes; null is what the build class says.</summary>
    [Parameter("MB that a program may grow by; default: 5")]
    double? BinarySizeGrowth => TryGetValue<double?>(() => BinarySizeGrowth!);

    /// <summary>How much a program may grow, in percent of its size at the base; null is what the build class says.</summary>
    [Parameter("Percent that a program may grow by; default: no limit")]
    double? BinarySizePercent => TryGetValue<double?>(() => BinarySizePercent!);

    /// <summary>The build class's limit of growth in MB; null is 5.</summary>
    double? MaxBinarySizeGrowth => null;

    /// <summary>The build class's limit of growth in percent; null is none.</summary>
    double? MaxBinarySizePercent => null;

    /// <summary>The build class's limit of any program's size in MB, also of a new one; null is none.</summary>
    double? MaxBinarySize => null;

    Target BinarySize => _ => _
        .Description("Compares the programs' sizes with those of the base")
        .DependsOn<ICompileRelease>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(BinarySize), GateStage.Gates, async token =>
        {
            var started = Stopwatch.GetTimestamp();
            var limits = GetLimits();
            var builds = PipelineState.Of(this).ReleaseBuilds;
            Assert.True(!builds.IsEmpty, $"{nameof(BinarySize)} needs {nameof(Compile)}, which has not run");
            var programs = builds.OrderBy(x => x.Key, StringComparer.Ordinal)
                .SelectMany(x => ProgramSize.Of(x.Value.Run, x.Value.Command.Triple))
                .ToList();
            if (programs.Count == 0)
            {
                Judge(GateResult.Skipped(nameof(BinarySize), GateStage.Gates, "the workspace builds no program"));
                return;
            }

            var measured = await MeasureBaseAsync(token);
            var duration = Stopwatch.GetElapsedTime(started);
            if (measured.Value is not { } before)
            {
                Judge(GateResult.Skipped(nameof(BinarySize), GateStage.Gates, measured.Reason!) with { Duration = duration });
                return;
            }

            var sizes = new SizeComparison(before.Commit, before.Programs, programs, duration);
            await PipelineState.Of(this).Reports(this).WriteAsync(sizes, Leg, token);
            Judge(BinarySizeGate.Judge(sizes, limits, RootDirectory));
        }));

    private async Task<Found<BaseMeasurement>> MeasureBaseAsync(CancellationToken token)
    {
        var commit = await FindBaseAsync(token);
        if (commit.Value == null)
            return new Found<BaseMeasurement>(null, commit.Reason);
        var builds = PipelineState.Of(this).ReleaseBuilds.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value.Command).ToList();
        var sizes = new BaseSizes(BaseDirectory, History, PipelineLog.WriteQuietly, x => Log.Debug("{Line:l}", x));
        var measured = await sizes.MeasureAsync(commit.Value, builds, token);
        if (measured.Value is { IsStored: true })
            Log.Information("The base was measured by an earlier run");
        return measured;
    }

    private BinarySizeLimits GetLimits() => new(
        Limit("--binary-size-growth", BinarySizeGrowth, MaxBinarySizeGrowth) ?? BinarySizeLimits.Default.Growth,
        Limit("--binary-size-percent", BinarySizePercent, MaxBinarySizePercent),
        Limit("", null, MaxBinarySize));

    private static Threshold? Limit(string option, double? given, double? declared)
    {
        if (given is { } number && !(number >= 0 && double.IsFinite(number)))
            throw new SlipwayException(ErrorKind.Configuration, FormattableString.Invariant($"{option} is {number}."), "It can be 0 or more.");
        return given is { } value ? Threshold.AtMost(value, option)
            : declared is { } limit ? Threshold.AtMost(limit, "the build class")
            : null;
    }
}
