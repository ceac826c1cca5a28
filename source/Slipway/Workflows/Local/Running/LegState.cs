using System.Collections.Immutable;
using Slipway.Processes;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>How far a leg has come: what its steps have set, and how they ended.</summary>
internal sealed class LegState(RunSession session, LegPlan plan)
{
    private readonly List<(string? Id, ExpressionValue.Map Value)> _steps = [];

    public RunSession Session { get; } = session;

    public LegPlan Plan { get; } = plan;

    public string Workspace { get; } = session.Folders.Workspace(plan.Folder);

    public string Temporary { get; } = session.Folders.Temporary(plan.Folder);

    public string EventFile => Path.Combine(Temporary, "event.json");

    public string SummaryFile => Path.Combine(Temporary, "summary.md");

    /// <summary>What the workflow and the job say, and what steps have added.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; set; } = ImmutableSortedDictionary.Create<string, string>(DeskEnvironment.Names);

    /// <summary>The folders that steps have put before PATH, the last first.</summary>
    public ImmutableArray<string> Folders { get; set; } = [];

    public bool HasFailed { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Marks all that the leg starts, so that what a step leaves running ends with the leg.</summary>
    public ProcessTree Tracker { get; } = new();

    public List<StepReport> Reports { get; } = [];

    public ExpressionScope Scope => Plan.Scope
        .With("env", ExpressionValue.Of(Variables))
        .With("github", Session.GitHub.Map
            .With("job", ExpressionValue.Of(Plan.Job.Id))
            .With("workspace", ExpressionValue.Of(Workspace))
            .With("event_path", ExpressionValue.Of(EventFile)))
        .With("job", ExpressionValue.Of([KeyValuePair.Create("status", IsCancelled ? "cancelled" : HasFailed ? "failure" : "success")]))
        .With("runner", ExpressionValue.Of(RunnerFacts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))))
        .With("steps", ExpressionValue.Of(_steps.Where(step => step.Id != null).Select(step => KeyValuePair.Create(step.Id!, (ExpressionValue)step.Value))))
        .WithHashFiles(patterns => FileHash.Of(Workspace, patterns));

    public ExpressionStatus Status => new(HasFailed, IsCancelled);

    private (string Name, string Value)[] RunnerFacts =>
    [
        ("os", Session.Options.Machine.System),
        ("arch", Session.Options.Machine.Architecture),
        ("name", "desk"),
        ("environment", "self-hosted"),
        ("temp", Temporary),
        ("tool_cache", Session.Folders.Tools),
    ];

    public void Add(string? id, StepReport report, IEnumerable<KeyValuePair<string, string>> outputs)
    {
        Reports.Add(report);
        _steps.Add((id, ExpressionValue.Map.Empty
            .With("outcome", ExpressionValue.Of(Word(report.Outcome)))
            .With("conclusion", ExpressionValue.Of(Word(report.Conclusion)))
            .With("outputs", outputs.Aggregate(ExpressionValue.Map.Empty, (map, output) => map.With(output.Key, ExpressionValue.Of(output.Value))))));
        HasFailed |= report.Conclusion == RunResult.Failure;
    }

    /// <summary>All variables of a step; the machine's own come first, and GitHub's win.</summary>
    public ImmutableSortedDictionary<string, string> EnvironmentOf(IEnumerable<KeyValuePair<string, string>> step)
    {
        var variables = DeskEnvironment.Select(Session.Options.Desk)
            .SetItem("CI", "true")
            .SetItems(Variables)
            .SetItems(step)
            .SetItems(Session.GitHub.Variables(Plan, Workspace, EventFile).Where(variable => variable.Key != "CI"))
            .SetItems(RunnerFacts.Select(fact => KeyValuePair.Create($"RUNNER_{fact.Name.ToUpperInvariant()}", fact.Value)));
        return Folders.Length == 0
            ? variables
            : variables.SetItem("PATH", string.Join(Path.PathSeparator, [.. Folders, variables.GetValueOrDefault("PATH", "")]));
    }

    /// <summary>The word that expressions see.</summary>
    public static string Word(RunResult result) => result switch
    {
        RunResult.Success => "success",
        RunResult.Failure => "failure",
        RunResult.Cancelled => "cancelled",
        _ => "skipped",
    };
}
