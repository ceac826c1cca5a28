using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Rehearsal.Calls;

/// <summary>Takes secrets out of addresses: the known ones, and what stands where secrets stand.</summary>
internal sealed partial class Redaction(params IEnumerable<string> secrets)
{
    private readonly ImmutableArray<string> _secrets =
        [.. secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];

    public string Clean(string path)
    {
        foreach (var secret in _secrets)
        {
            path = path.Replace(secret, "***", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), "***", StringComparison.Ordinal);
        }

        return Query().Replace(Webhook().Replace(path, "$1***"), "$1***");
    }

    [GeneratedRegex(@"(/webhooks/[^/?]+/)[^/?]+", RegexOptions.CultureInvariant)]
    private static partial Regex Webhook();

    [GeneratedRegex(@"([?&][^=&]*(?:token|secret|password|signature|jwt|key)[^=&]*=)[^&]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
