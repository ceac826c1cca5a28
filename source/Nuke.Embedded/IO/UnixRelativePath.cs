namespace Nuke.Common.IO;

/// <summary>A path without a root, written with slashes.</summary>
public class UnixRelativePath : RelativePath
{
    protected UnixRelativePath(string path)
        : base(path, PathConstruction.UnixSeparator)
    {
    }

    public static explicit operator UnixRelativePath(string? path) => path is null ? null! : new UnixRelativePath(path);

    public static UnixRelativePath operator /(UnixRelativePath? left, string? right) => new((RelativePath?)left / right);

    public static UnixRelativePath operator +(UnixRelativePath? left, string? right) => new((RelativePath?)left + right);
}
