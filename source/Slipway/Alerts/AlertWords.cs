using System.Collections.Immutable;
using Slipway.Gates;

namespace Slipway.Alerts;

/// <summary>How events, channels and problems are called where they are kept; these words never change.</summary>
public static class AlertWords
{
    private static readonly ImmutableSortedDictionary<string, AlertEvent> Events = Enum.GetValues<AlertEvent>()
        .ToImmutableSortedDictionary(of => Word(of.ToString()), of => of, StringComparer.Ordinal);

    public static string Of(AlertEvent kind) => Word(kind.ToString());

    public static string Of(AlertChannel channel) => Word(channel.ToString());

    /// <summary>What problem it is: the same in each run that sees it, such as <c>branch-red:main:ci</c>.</summary>
    /// <param name="parts">What tells it from others of its kind.</param>
    public static string Key(AlertEvent kind, params ReadOnlySpan<string> parts)
    {
        var key = new System.Text.StringBuilder(Of(kind));
        foreach (var part in parts)
            key.Append(':').Append(Escape(part));
        return key.ToString();
    }

    /// <summary>The event of a problem; null for one of a later version.</summary>
    public static AlertEvent? EventOf(string key) => Events.TryGetValue(key.Split(':')[0], out var found) ? found : null;

    /// <summary>What ends a problem of this kind: most have no event of their own for it.</summary>
    public static AlertEvent EndOf(AlertEvent kind) => kind switch
    {
        AlertEvent.BranchRed => AlertEvent.BranchGreen,
        AlertEvent.ReleaseFailed => AlertEvent.ReleasePublished,
        _ => kind,
    };

    internal static GateStage? StageOf(string? word) => Enum.GetValues<GateStage>()
        .Cast<GateStage?>()
        .FirstOrDefault(stage => string.Equals(stage.ToString(), word, StringComparison.OrdinalIgnoreCase));

    // A key stands in a comment of HTML, and must not end it; a colon parts it.
    private static string Escape(string part) => Uri.EscapeDataString(part).Replace("%2F", "/", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);

    private static string Word(string name) =>
        string.Concat(name.Replace("GitHub", "Github", StringComparison.Ordinal).Select((sign, index) => char.IsUpper(sign) && index > 0 ? $"-{char.ToLowerInvariant(sign)}" : char.ToLowerInvariant(sign).ToString()));
}
