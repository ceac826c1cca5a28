using System.Globalization;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Text as a YAML scalar, quoted where it would read as something else.</summary>
internal static class YamlScalar
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    public static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Branches, tags and paths: what looks like a pattern is quoted too.</summary>
    public static string Pattern(string value) => value.AsSpan().ContainsAny('*', '!') ? Quoted(value) : Plain(value);

    public static string Plain(string value) => IsPlain(value) ? value : Quoted(value);

    private static bool IsPlain(string value)
        => value.Length > 0
            && value == value.Trim()
            && !Indicators.Contains(value[0], StringComparison.Ordinal)
            && !value.Contains(": ", StringComparison.Ordinal)
            && !value.Contains(" #", StringComparison.Ordinal)
            && value[^1] != ':'
            && value is not ("true" or "false" or "null" or "~")
            // 1.10 would become 1.1.
            && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
