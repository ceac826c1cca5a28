namespace Slipway.Audit.Versions;

/// <summary>
/// The versions between two bounds, as advisories name them: <c>&gt;= 1.2.3, &lt; 2</c>. Unlike in Cargo.toml a pre-release is
/// inside when it is between the bounds.
/// </summary>
/// <param name="Text">As it is written in the advisory.</param>
public sealed record VersionRange(string Text, VersionBound? Lower, VersionBound? Upper)
{
    /// <exception cref="FormatException">It is no requirement.</exception>
    public static VersionRange Parse(string text)
    {
        var parts = text.Split(',').Select(part => VersionComparator.Parse(part, text)).ToList();
        var (lower, upper) = (parts.Select(part => part.Lower).OfType<VersionBound>().ToList(), parts.Select(part => part.Upper).OfType<VersionBound>().ToList());
        if (lower.Count > 1 || upper.Count > 1)
            throw new FormatException($"'{text}' has two bounds on one side");
        return new VersionRange(text.Trim(), lower.FirstOrDefault(), upper.FirstOrDefault());
    }

    public bool Contains(CrateVersion version) =>
        (Lower is null || version > Lower.Version || (Lower.IsInside && version == Lower.Version))
        && (Upper is null || version < Upper.Version || (Upper.IsInside && version == Upper.Version));

    public override string ToString() => Text;
}

/// <param name="IsInside">Whether the version itself is in the range.</param>
public sealed record VersionBound(CrateVersion Version, bool IsInside);
