using System.Globalization;
using System.Text.RegularExpressions;
using Serilog;
using Slipway.Workflows.Local;

namespace Slipway.Components;

/// <summary>What the jobs of a workflow say and how they end, as log lines.</summary>
internal static partial class WorkflowLog
{
    private static readonly string[] Titles = ["Job", "Leg", "Result", "Duration", "Why"];

    public static void Write(WorkflowLine line)
    {
        // Jobs take themselves for GitHub's, whose log shows colours.
        var text = PipelineLog.Harmless(PipelineLog.UsesColor ? line.Text : ColorPattern().Replace(line.Text, ""));
        switch (line.Kind)
        {
            case WorkflowLineKind.Heading when line.Step.Length == 0:
                Log.Information("== {Job:l}", line.Job);
                break;
            case WorkflowLineKind.Heading:
                Log.Information("-- {Job:l}: {Step:l}", line.Job, line.Step);
                break;
            case WorkflowLineKind.Output:
                Log.Debug("{Line:l}", text);
                break;
            case WorkflowLineKind.Note:
                Log.Information("{Line:l}", text);
                break;
            default:
                Log.Warning("{Job:l}{Step:l}: {Line:l}", line.Job, line.Step.Length == 0 ? "" : $", {line.Step}", text);
                break;
        }
    }

    public static void Write(WorkflowReport report)
    {
        Log.Information("{Workflow:l} for {Event:l} of {Ref:l}:\n{Table:l}", report.Workflow, report.Event, report.Ref, PipelineLog.Harmless(Table(report)));
        foreach (var note in report.Notes)
            Log.Information("{Note:l}", note);
        if (report.MissingSecrets.Length > 0)
            Log.Warning("These secrets are not in the environment, and were empty: {Secrets:l}", string.Join(", ", report.MissingSecrets));
        if (!report.HasRun)
            Log.Warning("No job of {Workflow:l} was performed", report.Workflow);
    }

    public static string Table(WorkflowReport report) => string.Join('\n', PlainTable.Lines([Titles, .. report.Legs.Select(Row)]));

    private static string[] Row(LegReport leg) =>
    [
        leg.Job,
        leg.Leg,
        leg.IsTolerated && leg.Result == RunResult.Failure ? "failed (allowed)" : Word(leg.Result),
        leg.Duration == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $"{(int)leg.Duration.TotalMinutes}:{leg.Duration.Seconds:00}"),
        (leg.Reason ?? "").Split('\n')[0],
    ];

    private static string Word(RunResult result) => result switch
    {
        RunResult.Success => "passed",
        RunResult.Failure => "failed",
        RunResult.Cancelled => "cancelled",
        RunResult.Skipped => "skipped",
        RunResult.NotRunHere => "not run here",
        _ => "waits",
    };

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]")]
    private static partial Regex ColorPattern();
}
