using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.History;

namespace Slipway.Components;

/// <summary>What a run leaves for later ones. Nothing here decides: what cannot be remembered is said, and no more.</summary>
internal static class PipelineHistory
{
    /// <summary>Remembers what the tests of a suite came to, by what they ran on.</summary>
    public static Task RecordOutcomesAsync(this PipelineState state, IHazGates build, TestSuiteResult suite) => TryAsync(async () =>
    {
        if (await state.SourceAsync(build) is not { } source)
        {
            Log.Debug("The outcomes of {Suite:l} are not remembered: the workspace is in no git repository with a commit", suite.Name);
            return;
        }

        var compiler = await RustTargets.CompilerAsync(build.Workspace, Interruption.Token);
        var machine = MachineClass.Current;
        var outcomes = TestOutcomeRecords.Of(
            suite,
            source.Tree,
            compiler.Split('\n')[0],
            $"{machine.System}-{machine.Architecture}",
            TimeProvider.System.GetUtcNow());
        await build.History.AppendAsync(outcomes, Interruption.Token);
    });

    /// <summary>How flaky tests have been in these days.</summary>
    public static async Task<IReadOnlyList<FlakyRate>> FlakyRatesAsync(this PipelineState state, IHazGates build, int days)
    {
        // Without a repository nothing was remembered, and what there is belongs to other code.
        if (await state.SourceAsync(build) == null)
            return [];
        return FlakyRate.Of(await build.History.ReadAsync(TimeProvider.System.GetUtcNow().AddDays(-days), Interruption.Token));
    }

    /// <summary>Remembers a run that is over, also an interrupted one, and forgets what is too old.</summary>
    public static Task RecordRunAsync(this PipelineState state, IHazGates build, DateTimeOffset started, TimeSpan duration) => TryAsync(async () =>
    {
        var source = await state.SourceAsync(build);
        var verdict = Interruption.IsRequested ? "interrupted" : build.IsSucceeding ? "pass" : "fail";
        // What a server checks out for a pull request is on no branch.
        var branch = build.Host is not GitHubActions github ? source?.Branch : github.HeadRef is { Length: > 0 } head ? head : github.RefName;
        var targets = build.ExecutionPlan.Select(x => new TargetRecord(
            x.Name,
            state.Gates.TryGetValue(x.Name, out var gate) ? gate.Stage.ToString().ToLowerInvariant() : null,
            x.Status.ToString().ToLowerInvariant(),
            x.Duration));
        var figures = state.Gates.Values.SelectMany(x => x.Figures.Select(figure => new FigureRecord(x.Name, figure.Name, figure.Unit, figure.Value)));
        var run = new RunRecord(started, duration, source?.Commit, branch, verdict, MachineClass.Current.ToString(), [.. targets]) { Figures = [.. figures] };
        await build.History.AppendAsync(run, CancellationToken.None);
        await build.History.PruneAsync(HistoryRetention.Default, CancellationToken.None);
    });

    private static async Task TryAsync(Func<Task> record)
    {
        try
        {
            await record();
        }
        catch (SlipwayException exception)
        {
            Log.Warning("The run is not remembered: {Problem:l}", PipelineLog.Harmless(exception.Message));
        }
    }
}
