using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Slipway.Audit.Versions;

/// <summary>A version of a crate, in the order of Semantic Versioning 2.0; what was built does not count.</summary>
/// <param name="Pre">The parts of a pre-release; none for a release.</param>
public sealed record CrateVersion(ulong Major, ulong Minor, ulong Patch, IReadOnlyList<string> Pre) : IComparable<CrateVersion>
{
    public bool IsPreRelease => Pre.Count > 0;

    public static CrateVersion Parse(string text) => TryParse(text, out var version)
        ? version
        : throw new FormatException($"'{text}' is no version");

    public static bool TryParse(string? text, [NotNullWhen(true)] out CrateVersion? version)
    {
        version = null;
        if (text is null)
            return false;
        var core = text.Split('+', 2)[0];
        var dash = core.IndexOf('-', StringComparison.Ordinal);
        var pre = dash < 0 ? [] : core[(dash + 1)..].Split('.');
        var numbers = (dash < 0 ? core : core[..dash]).Split('.');
        if (numbers.Length != 3 || !pre.All(IsPart)
            || !TryNumber(numbers[0], out var major) || !TryNumber(numbers[1], out var minor) || !TryNumber(numbers[2], out var patch))
            return false;
        version = new CrateVersion(major, minor, patch, pre);
        return true;
    }

    /// <summary>Whether cargo takes the other version for a requirement of this one: <c>^this</c>.</summary>
    public bool IsCompatibleWith(CrateVersion other) => (Major, Minor) switch
    {
        (0, 0) => (other.Major, other.Minor, other.Patch) == (0, 0, Patch),
        (0, _) => (other.Major, other.Minor) == (0, Minor),
        _ => other.Major == Major,
    };

    public int CompareTo(CrateVersion? other)
    {
        if (other is null)
            return 1;
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0)
            return core;
        // A release comes after all of its pre-releases.
        if (Pre.Count == 0 || other.Pre.Count == 0)
            return other.Pre.Count.CompareTo(Pre.Count);
        for (var index = 0; index < Math.Min(Pre.Count, other.Pre.Count); index++)
        {
            var part = ComparePart(Pre[index], other.Pre[index]);
            if (part != 0)
                return part;
        }

        return Pre.Count.CompareTo(other.Pre.Count);
    }

    public bool Equals(CrateVersion? other) => other is not null && CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(Major, Minor, Patch, Pre.Count);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Major}.{Minor}.{Patch}{(IsPreRelease ? "-" : "")}{string.Join('.', Pre)}");

    public static bool operator <(CrateVersion left, CrateVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(CrateVersion left, CrateVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(CrateVersion left, CrateVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CrateVersion left, CrateVersion right) => left.CompareTo(right) >= 0;

    internal static bool TryNumber(string text, out ulong number)
    {
        number = 0;
        return text is ['0'] or [>= '1' and <= '9', ..] && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    internal static bool IsPart(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && (!text.All(char.IsAsciiDigit) || text.Length == 1 || text[0] != '0');

    private static int ComparePart(string one, string other)
    {
        var (isNumber, isOtherNumber) = (one.All(char.IsAsciiDigit), other.All(char.IsAsciiDigit));
        // Numbers come before words; without zeros in front the longer number is the greater.
        return (isNumber, isOtherNumber) switch
        {
            (true, true) when one.Length != other.Length => one.Length.CompareTo(other.Length),
            (true, false) => -1,
            (false, true) => 1,
            _ => Math.Sign(string.CompareOrdinal(one, other)),
        };
    }
}
