using Serilog;
using Slipway.Alerts;
using Slipway.Alerts.Issues;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Components;

/// <summary>Tells what was gathered, by what was told before.</summary>
internal static class AlertTelling
{
    public static async Task TellAsync(IAlert build, AlertConnections to, AlertGathering gathered)
    {
        await using var history = await OpenAsync(build);
        IAlertStates states = history is null ? new AlertMemory() : history;
        // On a desk without channels somebody sees it anyway.
        var isPreview = build.DryRun || to.Channels.Count == 0;
        if (isPreview)
            states = new AlertMemory(await states.ReadAsync(Interruption.Token));
        await RememberAsync(states, await BeforeAsync(build, to, gathered, states));
        var alerting = new Alerting(states, isPreview && to.Channels.Count == 0 ? [.. Enum.GetValues<AlertChannel>().Select(x => new NoChannel(x))] : to.Channels, build.AlertRoutes, build.AlertLimits, TimeProvider.System, Say);
        if (!isPreview)
        {
            await alerting.TellAsync(gathered.Report, Interruption.Token);
            return;
        }

        var decision = await alerting.PreviewAsync(gathered.Report, Interruption.Token);
        foreach (var sending in decision.Sendings)
            Log.Information("It would be told to {Channel}:\n{Message:l}", sending.Channel, PipelineLog.Harmless(PlainText.Of(sending.Message).TrimEnd()));
        if (decision.Sendings.IsEmpty)
            Log.Information("There is nothing new to tell");
    }

    private static void Say(string line) => Log.Information("{Line:l}", PipelineLog.Harmless(line));

    // Alerts do without a history, and then know of what GitHub tells.
    private static async Task<HistoryDatabase?> OpenAsync(IAlert build)
    {
        if (build.DryRun && !File.Exists(build.HistoryFile))
            return null;
        try
        {
            return await build.OpenHistoryAsync();
        }
        catch (SlipwayException exception)
        {
            Log.Warning("What was told is not remembered: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            return null;
        }
    }

    private static Task RememberAsync(IAlertStates states, IReadOnlyCollection<AlertProblem> before) =>
        before.Count == 0 ? Task.CompletedTask : states.ChangeAsync(book => (ProblemsBefore.Merge(book, before), true), Interruption.Token);

    private static async Task<IReadOnlyCollection<AlertProblem>> BeforeAsync(IAlert build, AlertConnections to, AlertGathering gathered, IAlertStates states)
    {
        if (to.Issues is not { } issues)
            return [];
        var before = new ProblemsBefore(issues, TimeProvider.System);
        try
        {
            var known = build.AlertRoutes.Uses(AlertChannel.GitHubIssue) ? await before.OfIssuesAsync(Interruption.Token) : [];
            var run = gathered.Run;
            var branch = gathered.Report.Alerts.FirstOrDefault(x => x.Event is AlertEvent.BranchRed or AlertEvent.BranchGreen);
            // Where a red branch has an issue, that one says more than the runs do.
            if (branch is null
                || build.AlertRoutes.ChannelsOf(AlertEvent.BranchRed, null).Contains(AlertChannel.GitHubIssue)
                || (await states.ReadAsync(Interruption.Token)).Problems.ContainsKey(branch.Key))
                return known;
            var red = await before.OfRunsAsync(branch, run.Facts.Workflow, run.Branch, run.At, build.AlertRoutes, to.Names, build.AlertLimits, Interruption.Token);
            return red is null ? known : [.. known, red];
        }
        catch (SlipwayException exception)
        {
            // What cannot be read is told as if it were new.
            Log.Warning("What was told before is not known: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            return [];
        }
    }

    /// <summary>Stands for a channel in a preview.</summary>
    private sealed class NoChannel(AlertChannel channel) : IAlertChannel
    {
        public AlertChannel Channel => channel;

        public string Way => "nowhere";

        public Task<string> TellAsync(AlertSending sending, CancellationToken cancellationToken) => throw new InvalidOperationException("It is only looked at.");
    }
}
