using YamlDotNet.Core;

namespace Slipway.Tests.Workflows.Security;

/// <summary>The rules that generated workflows keep by construction; their names follow zizmor's where it has the rule.</summary>
public static class WorkflowSecurity
{
    private static readonly IReadOnlyList<SecurityRule> s_rules =
    [
        .. PinningRules.All, .. PermissionRules.All, .. SecretRules.All, .. TriggerRules.All, .. CacheRules.All, .. ScriptRules.All,
        .. JobRules.All, .. ConditionRules.All, .. RunnerRules.All,
    ];

    private const string Unreadable = "unreadable";
    private const string RefVersionMismatch = "ref-version-mismatch";

    public static IReadOnlyList<string> RuleNames { get; } =
        [.. s_rules.Concat(DependabotRules.All).Select(rule => rule.Name), RefVersionMismatch, Unreadable];

    public static IReadOnlyList<SecurityFinding> Check(string fileName, string text)
    {
        if (Read(fileName, text, out var problem) is not { } file)
            return [problem!];
        var rules = file.IsDependabot ? DependabotRules.All : s_rules;
        return
        [
            .. rules.SelectMany(rule => rule.Find(file).Select(place => new SecurityFinding(rule.Name, fileName, place.Line, place.Message)))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>What only shows when files are held against each other.</summary>
    public static IReadOnlyList<SecurityFinding> CheckTogether(IEnumerable<(string FileName, string Text)> files) =>
    [
        .. PinningRules.DifferingVersions([.. files.Select(file => Read(file.FileName, file.Text, out _)).OfType<WorkflowFile>()])
            .Select(found => new SecurityFinding(RefVersionMismatch, found.File, found.Place.Line, found.Place.Message)),
    ];

    private static WorkflowFile? Read(string fileName, string text, out SecurityFinding? problem)
    {
        problem = null;
        try
        {
            var file = WorkflowFile.Parse(fileName, text);
            if (file.Root.Entries().Any())
                return file;
            problem = new SecurityFinding(Unreadable, fileName, 1, "The file has no mapping at its top.");
        }
        catch (YamlException exception)
        {
            // A key that stands twice is among these: what one reader takes from the first, another takes from the second.
            problem = new SecurityFinding(Unreadable, fileName, (int)exception.Start.Line, exception.Message);
        }
        catch (InvalidOperationException)
        {
            // Thrown by the reader itself, for lists that do not end.
            problem = new SecurityFinding(Unreadable, fileName, 1, "The file is no YAML; a bracket may not be closed.");
        }
        return null;
    }
}
