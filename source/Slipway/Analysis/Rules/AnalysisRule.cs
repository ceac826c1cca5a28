using Slipway.Cargo;

namespace Slipway.Analysis.Rules;

/// <summary>Something that is looked for.</summary>
/// <param name="Id">The lint, such as <c>clippy::mem_forget</c>, or a rule of ours, such as <c>slipway::shell_command</c>.</param>
/// <param name="Why">What can happen.</param>
/// <param name="Severity">How GitHub shall rank it, from 0.1 to 10.0; null is no matter of security by itself.</param>
/// <param name="Help">How to mend it, where the compiler does not say.</param>
public sealed record AnalysisRule(string Id, AnalysisGroup Group, AnalysisLevel Level, string Why, double? Severity = null, string? Help = null)
{
    private const string Own = "slipway::";

    public bool IsLint => !Id.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>Where to read more.</summary>
    public string? Link => LintLink.Of(Id);
}
