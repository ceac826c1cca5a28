using System.Text.RegularExpressions;

namespace Slipway.Analysis.Rules;

/// <summary>A function that clippy is told to find.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Argument">What must stand behind the call's parenthesis for it to count; null is anything.</param>
internal sealed record DangerousCall(string Path, AnalysisRule Rule, Regex? Argument = null)
{
    /// <summary>Whether a call counts.</summary>
    /// <param name="behind">The source behind the function's name.</param>
    public bool Counts(string behind) => Argument?.IsMatch(behind) ?? true;
}
