namespace Slipway.Audit.Versions;

/// <summary>One part of a requirement: an operator and a version whose last numbers may be left out.</summary>
internal static class VersionComparator
{
    private static readonly string[] Operators = [">=", "<=", ">", "<", "=", "^", "~"];

    // Below every version that is called 2.0.0-something: ^1 does not take those in.
    private static readonly string[] LowestPre = ["0"];

    public static (VersionBound? Lower, VersionBound? Upper) Parse(string part, string whole)
    {
        var text = part.Trim();
        if (text == "*")
            return (null, null);
        var sign = Array.Find(Operators, sign => text.StartsWith(sign, StringComparison.Ordinal)) ?? "";
        var (version, given) = Complete(text[sign.Length..].Trim()) ?? throw new FormatException($"'{whole}' is no requirement of versions");
        return sign switch
        {
            ">" => (new VersionBound(version, false), null),
            ">=" => (new VersionBound(version, true), null),
            "<" => (null, new VersionBound(version, false)),
            "<=" => (null, new VersionBound(version, true)),
            "=" => (new VersionBound(version, true), new VersionBound(version, true)),
            "~" => (new VersionBound(version, true), End(given == 1 ? (version.Major + 1, 0UL, 0UL) : (version.Major, version.Minor + 1, 0UL))),
            _ => (new VersionBound(version, true), End(AfterCaret(version, given))),
        };
    }

    private static (ulong Major, ulong Minor, ulong Patch) AfterCaret(CrateVersion version, int given) => (version.Major, version.Minor, given) switch
    {
        ( > 0, _, _) or (0, _, 1) => (version.Major + 1, 0UL, 0UL),
        (0, 0, 3) => (0UL, 0UL, version.Patch + 1),
        _ => (0UL, version.Minor + 1, 0UL),
    };

    private static VersionBound End((ulong Major, ulong Minor, ulong Patch) end) =>
        new(new CrateVersion(end.Major, end.Minor, end.Patch, LowestPre), false);

    private static (CrateVersion Version, int Given)? Complete(string text)
    {
        if (CrateVersion.TryParse(text, out var whole))
            return (whole, 3);
        var numbers = text.Split('.');
        return numbers.Length <= 2 && CrateVersion.TryParse(text + (numbers.Length == 1 ? ".0.0" : ".0"), out var version) && !version.IsPreRelease
            ? (version, numbers.Length)
            : null;
    }
}
