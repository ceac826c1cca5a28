using Slipway.Workflows.Local.Expressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Workflows.Local.Reading;

/// <summary>From a step's part of the file to a step.</summary>
internal sealed class StepReader(YamlSource yaml, RunDefaults defaults)
{
    private static readonly string[] Keys =
        ["id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env", "continue-on-error", "timeout-minutes"];

    public StepDefinition Read(YamlNode node)
    {
        var keys = yaml.Mapping(node, "a step", Keys);
        if (keys.ContainsKey("run") == keys.ContainsKey("uses"))
            throw yaml.Wrong(node, "A step must have `run` or `uses`, and not both.");
        return new StepDefinition(
            keys.TryGetValue("id", out var id) ? yaml.Text(id, "`id`") : null,
            WorkflowReader.Optional(yaml, keys, "name"),
            keys.TryGetValue("if", out var condition) ? Condition.Parse(yaml.Text(condition, "`if`"), yaml.LocationOf(condition)) : Condition.Default,
            keys.TryGetValue("uses", out var uses) ? yaml.Text(uses, "`uses`") : null,
            keys.TryGetValue("with", out var with) ? yaml.Values(with, "`with`") : ValueTemplate.Nothing,
            keys.TryGetValue("run", out var run) ? yaml.Template(run, "`run`") : null,
            WorkflowReader.ReadSettings(yaml, keys).Or(defaults),
            keys.TryGetValue("env", out var env) ? yaml.Values(env, "`env`") : ValueTemplate.Nothing,
            WorkflowReader.Optional(yaml, keys, "continue-on-error"),
            WorkflowReader.Optional(yaml, keys, "timeout-minutes"),
            yaml.LocationOf(node));
    }
}
