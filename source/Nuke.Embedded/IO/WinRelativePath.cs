namespace Nuke.Common.IO;

/// <summary>A path without a root, written with backslashes.</summary>
public class WinRelativePath : RelativePath
{
    protected WinRelativePath(string path)
        : base(path, PathConstruction.WinSeparator)
    {
    }

    public static explicit operator WinRelativePath(string? path) => path is null ? null! : new WinRelativePath(path);

    public static WinRelativePath operator /(WinRelativePath? left, string? right) => new((RelativePath?)left / right);

    public static WinRelativePath operator +(WinRelativePath? left, string? right) => new((RelativePath?)left + right);
}
