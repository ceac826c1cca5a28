using static Nuke.Common.IO.PathConstruction;

namespace Nuke.Common.IO;

public partial class AbsolutePath
{
    public static implicit operator AbsolutePath(string? path) => path is null ? null! : Create(path);

    public static implicit operator string(AbsolutePath? path) => path?._path!;

    public static AbsolutePath operator /(AbsolutePath? left, string? right) =>
        Create(Combine(left.NotNull("The path on the left of '/' has no value").ToString(), right));

    public static AbsolutePath operator /(AbsolutePath? left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' can follow '/' without quotes");
        return left.NotNull("The path on the left of '/' has no value").Parent;
    }

    public static AbsolutePath operator +(AbsolutePath? left, string? right) =>
        Create(left.NotNull("The path on the left of '+' has no value").ToString() + right);

    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !(a == b);

    public override bool Equals(object? obj) => obj is AbsolutePath other && Comparer.Equals(_path, other._path);

    public override int GetHashCode() => Comparer.GetHashCode(_path);

    // The root decides, not the machine: paths of one system are also computed with on another.
    private StringComparer Comparer => _path[0] == UnixSeparator ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
