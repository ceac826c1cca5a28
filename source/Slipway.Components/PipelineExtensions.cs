using System.Diagnostics;
using Nuke.Common;
using Serilog;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Where the library's errors become the build's.</summary>
internal static class PipelineExtensions
{
    /// <summary>
    /// Runs the action of a target. What keeps the gate from judging becomes its result, so that no report looks good
    /// because a gate is missing, and the exit code that fits it.
    /// </summary>
    public static async Task GuardAsync(this IHazGates build, string gate, GateStage stage, Func<CancellationToken, Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await action(Interruption.Token);
        }
        catch (Exception exception) when (AsOwn(exception) is { } own)
        {
            build.Refuse(gate, stage, own);
        }
        catch (OperationCanceledException)
        {
            build.Record(Failed(gate, stage, "interrupted", []));
            throw;
        }
        finally
        {
            PipelineState.Of(build).Times.Add(new GateTime(gate, stage, Stopwatch.GetElapsedTime(0, started), Stopwatch.GetElapsedTime(0)));
        }
    }

    /// <summary>Runs the action of a target that is no gate; the library's errors become its failure, with the exit code that fits.</summary>
    public static async Task ExplainAsync(this INukeBuild build, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception) when (AsOwn(exception) is { } own)
        {
            build.Fail(own);
        }
    }

    /// <inheritdoc cref="ExplainAsync"/>
    public static void Explain(this INukeBuild build, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (AsOwn(exception) is { } own)
        {
            build.Fail(own);
        }
    }

    private static void Fail(this INukeBuild build, SlipwayException exception)
    {
        Log.Verbose(exception, "Where it comes from");
        build.FitExitCode(exception);
        var place = exception.Location is { } location ? location with { File = Finding.PathBelow(build.RootDirectory, location.File)! } : null;
        Assert.Fail(PipelineLog.Harmless($"{(place == null ? "" : $"{place}: ")}{exception.Message}{(exception.Hint == null ? "" : $"\n{exception.Hint}")}"));
    }

    private static SlipwayException? AsOwn(Exception exception) => exception switch
    {
        SlipwayException own => own,
        IOException or UnauthorizedAccessException => new SlipwayException(
            ErrorKind.Environment,
            exception.Message,
            "Make the file or folder writable, and see that the disk is not full.",
            cause: exception),
        _ => null,
    };

    private static void FitExitCode(this INukeBuild build, SlipwayException exception)
    {
        // The pipeline's own no is what a failed target means anyway.
        if (exception.Kind is ErrorKind.Configuration or ErrorKind.Environment)
            build.ExitCode = Math.Max(build.ExitCode ?? 0, (int)exception.Kind);
    }

    private static void Refuse(this IHazGates build, string gate, GateStage stage, SlipwayException exception)
    {
        build.FitExitCode(exception);
        Log.Verbose(exception, "Where it comes from");
        var place = exception.Location;
        var finding = new Finding(
            FindingSeverity.Error,
            exception.Message,
            Finding.PathBelow(build.RootDirectory, place?.File),
            place?.Line,
            place?.Column,
            Help: exception.Hint);
        var reason = exception.Kind switch
        {
            ErrorKind.Configuration => "wrong usage or configuration",
            ErrorKind.Environment => "the machine lacks something",
            _ => "it could not be judged",
        };
        build.Judge(Failed(gate, stage, reason, [finding]));
    }

    private static GateResult Failed(string gate, GateStage stage, string reason, IReadOnlyList<Finding> findings)
        => new(gate, stage, GateVerdict.Fail, reason, [], findings, TimeSpan.Zero);
}
