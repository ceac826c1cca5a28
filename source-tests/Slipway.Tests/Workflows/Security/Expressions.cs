using System.Text.RegularExpressions;

namespace Slipway.Tests.Workflows.Security;

/// <summary>What stands between ${{ and }}.</summary>
internal static partial class Expressions
{
    public static IEnumerable<string> In(string? text) => Expression().Matches(text ?? "").Select(match => match.Groups["inner"].Value);

    /// <summary>The secrets that an expression reads, by name; the token of the run goes by GITHUB_TOKEN.</summary>
    public static IEnumerable<string> SecretsIn(string? text) => In(text).SelectMany(expression =>
        Secret().Matches(expression).Select(match => match.Groups["name"].Value.ToUpperInvariant())
            .Concat(Token().Matches(expression).Select(_ => RunToken)));

    public static bool TakesAllSecrets(string? text) => In(text).Any(AllSecrets().IsMatch);

    public const string RunToken = "GITHUB_TOKEN";

    [GeneratedRegex(@"\$\{\{(?<inner>.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<![\w.'-])secrets(\s*\.\s*|\s*\[\s*')(?<name>[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<![\w.'-])github(\s*\.\s*token\b|\s*\[\s*'token')", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    // The whole context, or one that is chosen while the job runs.
    [GeneratedRegex(@"(?<![\w.'-])secrets\b(?!\s*\.\s*\w|\s*\[\s*'|-)", RegexOptions.IgnoreCase)]
    private static partial Regex AllSecrets();
}
