using System.Runtime.CompilerServices;

namespace Nuke.Common;

public static partial class Assert
{
    /// <summary>Stops the build unless the file exists.</summary>
    public static void FileExists(
        string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!File.Exists(path))
            throw new ArgumentException(message ?? $"File '{path}' ({argumentExpression}) does not exist");
    }

    /// <summary>Stops the build unless the directory exists.</summary>
    public static void DirectoryExists(
        string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!Directory.Exists(path))
            throw new ArgumentException(message ?? $"Directory '{path}' ({argumentExpression}) does not exist");
    }
}
