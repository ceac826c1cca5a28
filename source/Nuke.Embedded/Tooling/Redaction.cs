namespace Nuke.Common.Tooling;

/// <summary>Hides values in what a process is called with and writes.</summary>
internal static class Redaction
{
    private const string Replacement = "***";

    public static Func<string, string> Of(IReadOnlyCollection<string> secrets)
    {
        // The longest first: one secret may be part of another.
        string[] ordered = [.. secrets.Where(x => x.Length > 0).Distinct().OrderByDescending(x => x.Length)];
        return ordered.Length == 0
            ? static x => x
            : text => ordered.Aggregate(text, (result, secret) => result.Replace(secret, Replacement, StringComparison.Ordinal));
    }
}
