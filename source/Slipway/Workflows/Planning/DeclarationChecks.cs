using System.Globalization;
using Cronos;

namespace Slipway.Workflows;

/// <summary>What can be said of workflows without looking at targets.</summary>
internal static class DeclarationChecks
{
    private const int MostInputs = 25;

    // As many as an hour has minutes: after them the pattern of minutes repeats.
    private const int MostOccurrences = 60;

    // Source: docs.github.com, "Events that trigger workflows", schedule.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);
    private static readonly DateTime SomeDay = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<WorkflowDiagnostic> Run(IReadOnlyList<WorkflowDeclaration> declarations) => declarations
        .SelectMany(Check)
        .Concat(declarations
            .GroupBy(declaration => declaration.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => WorkflowDiagnostic.Error("WF013", group.Key, $"{group.Count()} workflows have this name, and so the same file.", "Rename all but one.")));

    private static IEnumerable<WorkflowDiagnostic> Check(WorkflowDeclaration workflow)
    {
        if (workflow.Name.Length == 0 || !workflow.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            yield return Error("WF013", $"'{workflow.Name}' is no name for a file.", "Use letters, digits, - and _.");
        if (TriggerPlanner.Plan(workflow).AreEmpty)
            yield return Error("WF014", "nothing starts it.", "Set PushBranches, PushTags, PullRequests, Schedules or Dispatch.");
        if (workflow.CancelSuperseded && !workflow.PushTags.IsEmpty)
            yield return Error("WF018", "a release could be cut off in the middle by a newer one.", "Take CancelSuperseded out, or make another workflow for tags.");
        if (workflow.Paths.Included.Length > 0 && workflow.Paths.Ignored.Length > 0)
            yield return Error("WF014", "it has both Paths and IgnoredPaths, of which GitHub takes one.", "Write what is ignored into Paths, with a ! before it.");
        foreach (var schedule in workflow.Schedules)
        {
            if (ScheduleProblem(schedule) is { } problem)
                yield return Error("WF015", $"the schedule '{schedule}' {problem}.", "Write five fields, such as \"17 3 * * *\" for 03:17 UTC every day.");
        }

        if (!workflow.Dispatch && (workflow.Inputs.Length > 0 || workflow.TagInput != null))
            yield return Error("WF016", "it has inputs, and no Dispatch to ask for them.", "Set Dispatch = true, or take Inputs and TagInput out.");
        if (workflow.Inputs.Length > MostInputs)
            yield return Error("WF016", $"it has {workflow.Inputs.Length.ToString(CultureInfo.InvariantCulture)} inputs, and GitHub takes {MostInputs}.", "Leave those out that parameter files can set.");
        if (workflow.TagInput is { } tag && workflow.Inputs.All(input => input.Name != tag))
            yield return Error("WF016", $"its TagInput {tag} is not among its Inputs.", $"Add nameof({tag}) to Inputs.");
        foreach (var input in workflow.Inputs)
        {
            if (input.Parameter == null)
                yield return Error("WF016", $"its input {input.Name} is no parameter of the build.", "Name parameters by nameof.");
            else if (input.Parameter.IsSecret)
                yield return Error("WF016", $"its input {input.Name} is a secret, which everybody could read who sees the run.", "Store it as a secret of the repository or of an environment.");
        }

        WorkflowDiagnostic Error(string code, string message, string fix) => WorkflowDiagnostic.Error(code, workflow.Name, message, fix);
    }

    private static string? ScheduleProblem(string schedule)
    {
        // The parser also knows macros and letters that GitHub does not.
        if (schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5 || schedule.AsSpan().ContainsAny("@?#LW") || !CronExpression.TryParse(schedule, out var cron))
            return "is no cron expression";
        var earlier = cron.GetNextOccurrence(SomeDay);
        for (var count = 0; count < MostOccurrences && earlier is { } time; count++)
        {
            var later = cron.GetNextOccurrence(time);
            if (later - time < ShortestInterval)
                return "comes more often than every 5 minutes, which GitHub does not do";
            earlier = later;
        }

        return null;
    }
}
