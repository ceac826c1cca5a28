using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The MD5 hash of the file, in hexadecimal: tells contents apart, proves nothing.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "A name for contents, as in NUKE; nothing is secured by it")]
    public static string GetFileHash(this AbsolutePath path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    /// <summary>One hash of the names and contents of all files in the directory, or of those to include.</summary>
    public static string GetDirectoryHash(this AbsolutePath directory, Func<AbsolutePath, bool>? includeFile = null)
    {
        Assert.DirectoryExists(directory);
        return directory.GetFiles(depth: int.MaxValue).Where(x => includeFile?.Invoke(x) ?? true).GetFileSetHash(directory);
    }

    /// <summary>One hash of the names, relative to the base directory, and contents of the files.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "A name for contents, as in NUKE; nothing is secured by it")]
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> files, AbsolutePath baseDirectory)
    {
        var lines = files
            .Select(x => (Name: baseDirectory.GetUnixRelativePathTo(x).ToString(), File: x))
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => $"{x.File.GetFileHash()}  {x.Name}\n");
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
