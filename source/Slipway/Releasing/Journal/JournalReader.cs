using System.Text;
using System.Text.Json;

namespace Slipway.Releasing.Journal;

/// <summary>Reads what a release has written down, also while it is still writing.</summary>
public static class JournalReader
{
    /// <summary>The entries, without a last line that was never finished; empty when there is no journal.</summary>
    /// <exception cref="SlipwayException">A line is none of a journal's.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(stream, path).Entries;
    }

    /// <param name="path">For errors.</param>
    /// <returns>The entries, and where the last whole line ends, in bytes.</returns>
    internal static (IReadOnlyList<JournalEntry> Entries, long Length) Read(Stream stream, string path)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        var length = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, length).Split('\n')[..^1];
        return ([.. lines.Select((line, index) => ReadLine(line, path, index + 1))], length);
    }

    private static JournalEntry ReadLine(string line, string path, int number)
    {
        try
        {
            return JournalJson.Strict.Read<JournalEntry>(line);
        }
        catch (JsonException exception)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                "The journal of the release is damaged.",
                "Delete it: the release then asks GitHub and the registry what is done, as it does on another machine.",
                new SourceLocation(path, number),
                exception);
        }
    }
}
