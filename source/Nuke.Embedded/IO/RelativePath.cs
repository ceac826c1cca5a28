using System.Diagnostics;
using static Nuke.Common.IO.PathConstruction;

namespace Nuke.Common.IO;

/// <summary>A normalized path without a root.</summary>
[DebuggerDisplay("{" + nameof(_path) + "}")]
public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    protected RelativePath(string path, char? separator = null)
    {
        if (HasPathRoot(path))
            Assert.Fail($"Path '{path}' must not be rooted");
        _path = NormalizePath(path, separator);
        _separator = separator;
    }

    public static explicit operator RelativePath(string? path) => path is null ? null! : new RelativePath(path);

    public static implicit operator string(RelativePath? path) => path?._path!;

    public static RelativePath operator /(RelativePath? left, string? right)
    {
        var start = left.NotNull("The path on the left of '/' has no value");
        return new RelativePath(Combine(start._path, right, start._separator), start._separator);
    }

    public static RelativePath operator /(RelativePath? left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' can follow '/' without quotes");
        return left / "..";
    }

    public static RelativePath operator +(RelativePath? left, string? right)
    {
        var start = left.NotNull("The path on the left of '+' has no value");
        return new RelativePath(start._path + right, start._separator);
    }

    public override string ToString() => _path;

    public override bool Equals(object? obj) =>
        obj is RelativePath other && other.GetType() == GetType() && string.Equals(other._path, _path, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path);
}
