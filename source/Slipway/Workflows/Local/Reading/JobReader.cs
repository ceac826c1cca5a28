using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Workflows.Local.Expressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Workflows.Local.Reading;

/// <summary>From a job's part of the file to a job.</summary>
internal sealed partial class JobReader(YamlSource yaml, RunDefaults outer, bool provesIdentity)
{
    private static readonly string[] Keys =
    [
        "name", "permissions", "needs", "if", "runs-on", "snapshot", "environment", "concurrency", "outputs", "env", "defaults", "steps",
        "timeout-minutes", "strategy", "continue-on-error", "container", "services", "uses", "with", "secrets",
    ];

    public JobDefinition Read(string id, YamlNode key, YamlNode node)
    {
        if (!IdPattern().IsMatch(id))
            throw yaml.Wrong(key, $"`{id}` cannot name a job.", "A name begins with a letter or _ and goes on with letters, digits, - and _.");
        var keys = yaml.Mapping(node, $"the job {id}", Keys);
        var obstacle = keys.ContainsKey("uses") ? "it is another workflow (`uses`), which only GitHub can call"
            : keys.ContainsKey("container") ? "needs a container"
            : keys.ContainsKey("services") ? "needs service containers"
            : null;
        if (obstacle is null && !keys.ContainsKey("runs-on"))
            throw yaml.Wrong(key, $"The job {id} has no `runs-on`.");
        if (obstacle is null && !keys.ContainsKey("steps"))
            throw yaml.Wrong(key, $"The job {id} has no `steps`.");

        var defaults = WorkflowReader.ReadDefaults(yaml, keys).Or(outer);
        return new JobDefinition(
            id,
            WorkflowReader.Optional(yaml, keys, "name"),
            keys.TryGetValue("needs", out var needs) ? yaml.Texts(needs, "`needs`") : [],
            keys.TryGetValue("if", out var condition) ? Condition.Parse(yaml.Text(condition, "`if`"), yaml.LocationOf(condition)) : Condition.Default,
            obstacle,
            keys.TryGetValue("runs-on", out var runsOn) ? yaml.Value(runsOn) : ValueTemplate.Nothing,
            keys.TryGetValue("strategy", out var strategy) ? ReadStrategy(strategy) : StrategyDefinition.None,
            keys.TryGetValue("environment", out var environment) && !YamlSource.IsNothing(environment) ? yaml.Value(environment) : null,
            WorkflowReader.ProvesIdentity(yaml, keys, provesIdentity),
            keys.TryGetValue("env", out var env) ? yaml.Values(env, "`env`") : ValueTemplate.Nothing,
            defaults,
            WorkflowReader.Optional(yaml, keys, "timeout-minutes"),
            WorkflowReader.Optional(yaml, keys, "continue-on-error"),
            keys.TryGetValue("outputs", out var outputs) ? ReadOutputs(outputs) : [],
            keys.TryGetValue("steps", out var steps) ? ReadSteps(id, steps, defaults) : [],
            yaml.LocationOf(key));
    }

    private StrategyDefinition ReadStrategy(YamlNode node)
    {
        var keys = yaml.Mapping(node, "`strategy`", "matrix", "fail-fast", "max-parallel");
        return new StrategyDefinition(
            keys.TryGetValue("matrix", out var matrix) ? yaml.Value(matrix) : null,
            WorkflowReader.Optional(yaml, keys, "fail-fast"),
            WorkflowReader.Optional(yaml, keys, "max-parallel"));
    }

    private ImmutableArray<KeyValuePair<string, Template>> ReadOutputs(YamlNode node) =>
        [.. yaml.Entries(node, "`outputs`").Select(entry => KeyValuePair.Create(entry.Name, yaml.Template(entry.Value, $"the output {entry.Name}")))];

    private ImmutableArray<StepDefinition> ReadSteps(string job, YamlNode node, RunDefaults defaults)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } sequence)
            throw yaml.Wrong(node, $"`steps` of the job {job} must be a list with at least one step.");
        var reader = new StepReader(yaml, defaults);
        ImmutableArray<StepDefinition> steps = [.. sequence.Children.Select(reader.Read)];
        var twice = steps.Where(step => step.Id != null).GroupBy(step => step.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? steps
            : throw new SlipwayException(ErrorKind.Configuration, $"Two steps of the job {job} have the id {twice.Key}.", location: twice.Last().Location);
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_-]*\z")]
    private static partial Regex IdPattern();
}
