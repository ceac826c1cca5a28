using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>Conditions that do not mean what they say.</summary>
internal static partial class ConditionRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        Rule("unsound-condition", IsAlwaysTrue, "The condition is true whatever happens: text beside ${{ }} makes it one, and a text is true."),
        Rule("unsound-contains", condition => Contains().IsMatch(condition), "contains of a text is true of each part of it, even of a letter; compare, or use fromJSON('[…]')."),
        Rule("bot-conditions", condition => Actor().IsMatch(condition), "github.actor is whoever did the last thing, not who wrote the code."),
        new("unsound-ternary", file =>
            from text in file.Root.Texts()
            where Expressions.In(text.Node.Value).Any(Ternary().IsMatch)
            select new Place(text.Node.Line(), "a && '' || b is always b, as '' is false.")),
    ];

    private static SecurityRule Rule(string name, Func<string, bool> isUnsound, string message) => new(name, file => Conditions(file)
        .Where(condition => isUnsound(condition.Value ?? "")).Select(condition => new Place(condition.Line(), message)));

    private static IEnumerable<YamlScalarNode> Conditions(WorkflowFile file) =>
        file.Jobs.Select(job => job.Node.Child("if")).Concat(file.Steps.Select(step => step.Node.Child("if"))).OfType<YamlScalarNode>();

    // Line breaks at the end of a block are text, too.
    private static bool IsAlwaysTrue(string condition)
    {
        var whole = Whole().Match(condition);
        return (condition.Contains("${{", StringComparison.Ordinal) && !whole.Success)
            || True().IsMatch(whole.Success ? whole.Groups["inner"].Value : condition);
    }

    [GeneratedRegex(@"\A\$\{\{(?<inner>((?!\}\}).)*)\}\}\z", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A\s*(true|!\s*false|[1-9]\d*)\s*\z|\|\|\s*true\b|\A\s*true\s*\|\|", RegexOptions.IgnoreCase)]
    private static partial Regex True();

    [GeneratedRegex(@"\bcontains\s*\(\s*'", RegexOptions.IgnoreCase)]
    private static partial Regex Contains();

    [GeneratedRegex(@"\bgithub\s*\.\s*(triggering_)?actor\b", RegexOptions.IgnoreCase)]
    private static partial Regex Actor();

    [GeneratedRegex(@"&&\s*(''|0|false|null)\s*\|\|", RegexOptions.IgnoreCase)]
    private static partial Regex Ternary();
}
