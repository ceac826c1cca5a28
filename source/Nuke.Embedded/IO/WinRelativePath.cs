namespace Nuke.Common.IO;

/// <summary>A path without a root, written with backslashes.</summary>
public class WinRelativePath : RelativePath
{
    protected WinRelativePath(string path)
        : base(path, PathConstruction.WinSeparator)
    {
    }

    public static explicit operator WinRelativePath(string? path) => path is null ? null! : new WinRelativePath(path);
}
