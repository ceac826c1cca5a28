using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Replaces secrets in everything that leaves the process as text.</summary>
internal static class SecretMask
{
    private const string Replacement = "***";

    // Shorter values would mask half of the log and are no secrets.
    private const int MinimumLength = 3;

    private static volatile string[] Hidden = [];

    /// <summary>The texts that are hidden, the longest first.</summary>
    public static IReadOnlyList<string> Values => Hidden;

    public static void Add(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;

        // Output is line by line, so each line of a key file is a secret of its own. Tools print secrets inside URLs and
        // basic authentication headers, too.
        var lines = secret.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var forms = lines.Concat([secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);
        Hidden = [.. Hidden.Concat(forms).Where(x => x.Trim().Length >= MinimumLength).Distinct().OrderByDescending(x => x.Length).ThenBy(x => x, StringComparer.Ordinal)];
    }

    public static string Apply(string text)
    {
        foreach (var value in Hidden)
            text = text.Replace(value, Replacement, StringComparison.Ordinal);
        return text;
    }
}
