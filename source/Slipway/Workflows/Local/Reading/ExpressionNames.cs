using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>What expressions ask for by name.</summary>
internal static class ExpressionNames
{
    public static ImmutableArray<string> Of(string context, IEnumerable<ExpressionNode> nodes) =>
    [
        .. nodes.OfType<ExpressionNode.Index>()
            .Where(index => IsContext(index.Target, context))
            .Select(index => index.At)
            .OfType<ExpressionNode.Literal>()
            .Select(literal => literal.Value.AsText)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Also the token, which expressions may reach in two ways.</summary>
    public static ImmutableArray<string> Secrets(IReadOnlyCollection<ExpressionNode> nodes) =>
    [
        .. Of("secrets", nodes)
            .Concat(Of("github", nodes).Where(name => name.Equals("token", StringComparison.OrdinalIgnoreCase)).Select(_ => "GITHUB_TOKEN"))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<ExpressionNode> NodesOf(JobDefinition job) =>
    [
        .. job.Condition.Nodes,
        .. job.RunsOn.Nodes,
        .. Nodes(job.Name, job.TimeoutMinutes, job.ContinueOnError, job.Strategy.FailFast, job.Strategy.MaxParallel),
        .. job.Strategy.Matrix?.Nodes ?? [],
        .. job.Environment?.Nodes ?? [],
        .. job.Variables.Nodes,
        .. job.Outputs.SelectMany(output => output.Value.Nodes),
        .. job.Steps.SelectMany(NodesOf),
    ];

    private static IEnumerable<ExpressionNode> NodesOf(StepDefinition step) =>
    [
        .. step.Condition.Nodes,
        .. step.With.Nodes,
        .. step.Environment.Nodes,
        .. Nodes(step.Name, step.Run, step.ContinueOnError, step.TimeoutMinutes, step.Settings.Shell, step.Settings.WorkingDirectory),
    ];

    private static IEnumerable<ExpressionNode> Nodes(params Template?[] templates) =>
        templates.OfType<Template>().SelectMany(template => template.Nodes);

    private static bool IsContext(ExpressionNode node, string name) =>
        node is ExpressionNode.Context context && context.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
