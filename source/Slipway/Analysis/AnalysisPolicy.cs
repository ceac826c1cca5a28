using System.Collections.Immutable;
using Slipway.Analysis.Rules;

namespace Slipway.Analysis;

/// <summary>What is looked for, what fails, and what is allowed.</summary>
public sealed record AnalysisPolicy
{
    public static AnalysisPolicy Default { get; } = new();

    /// <summary>Levels that differ from the table's, by rule.</summary>
    public ImmutableSortedDictionary<string, AnalysisLevel> Levels { get; private init; } =
        ImmutableSortedDictionary.Create<string, AnalysisLevel>(StringComparer.Ordinal);

    /// <summary>The level from which a new finding fails.</summary>
    public AnalysisLevel FailsFrom { get; init; } = AnalysisLevel.Warning;

    /// <summary>Findings that do not count, with the reason.</summary>
    public IReadOnlyList<AllowedIssue> Allowed { get; init; } = [];

    /// <summary>Another level for a rule, or for a lint that is not in the table.</summary>
    /// <exception cref="SlipwayException">There cannot be such a rule.</exception>
    public AnalysisPolicy With(string rule, AnalysisLevel level)
    {
        if (AnalysisRules.Find(rule) is null && !IsLintName(rule))
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The analysis has no rule '{rule}'.",
                "Name a rule of docs/analysis.md, or a lint such as clippy::dbg_macro.");
        }

        return this with { Levels = Levels.SetItem(rule, level) };
    }

    /// <summary>All rules that are looked for, in the order of their names.</summary>
    internal IReadOnlyList<AnalysisRule> Rules =>
    [
        .. AnalysisRules.All.Select(rule => Levels.TryGetValue(rule.Id, out var level) ? rule with { Level = level } : rule)
            .Concat(Levels.Where(pair => AnalysisRules.Find(pair.Key) is null)
                .Select(pair => new AnalysisRule(pair.Key, AnalysisGroup.Logic, pair.Value, "the build class asks for it")))
            .Where(rule => rule.Level != AnalysisLevel.Off)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static bool IsLintName(string rule)
    {
        var name = rule.StartsWith("clippy::", StringComparison.Ordinal) ? rule["clippy::".Length..] : rule;
        return name.Length > 0 && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_');
    }
}
