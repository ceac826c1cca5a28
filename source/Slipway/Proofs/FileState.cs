using System.Security.Cryptography;

namespace Slipway.Proofs;

/// <summary>A file and what stands for its content.</summary>
/// <param name="Digest">The SHA-256 of the content, with <c>x</c> before it when the file is a program; <c>absent</c> when there is none.</param>
public sealed record FileState(string Path, string Digest)
{
    public const string Absent = "absent";

    /// <summary>Reads the file: its times and size could be those of another content.</summary>
    public static FileState Read(string path)
    {
        // Most of what is asked for above a workspace is not there, and an exception costs more than a look.
        if (!File.Exists(path) && !Directory.Exists(path))
            return new FileState(path, Absent);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return new FileState(path, Mode(stream) + Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileState(path, Absent);
        }
        // What nobody can read cannot have been read by a gate, and counts again when it can.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileState(path, $"unreadable {exception.GetType().Name}");
        }
    }

    /// <summary>The states of many files, in the order of their paths.</summary>
    public static IReadOnlyList<FileState> ReadAll(IEnumerable<string> paths) =>
    [
        .. paths.Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(Read),
    ];

    private static string Mode(FileStream stream) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & UnixFileMode.UserExecute) != 0 ? "x" : "";
}
