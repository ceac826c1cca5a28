using System.IO.Compression;
using System.Text;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>Looks for secrets in texts and in all files of folders, also in those that are packed.</summary>
internal sealed class SecretSearch(ReleaseSecrets secrets)
{
    private readonly List<(string Name, byte[] Bytes)> _traces = [.. secrets.Traces()];

    /// <summary>What was found, and where.</summary>
    public List<string> Found { get; } = [];

    /// <summary>How many files and texts were looked at.</summary>
    public int Looked { get; private set; }

    public void In(string where, string text) => In(where, Encoding.UTF8.GetBytes(text));

    public void InFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var where = Path.GetRelativePath(folder, file);
            In($"the name of {where}", where);
            var bytes = File.ReadAllBytes(file);
            In(where, bytes);
            if (bytes is [0x1f, 0x8b, ..])
                In($"{where}, unpacked", Unpacked(bytes));
        }
    }

    private void In(string where, byte[] bytes)
    {
        Looked++;
        Found.AddRange(_traces.Where(trace => bytes.AsSpan().IndexOf(trace.Bytes) >= 0).Select(trace => $"{trace.Name} in {where}"));
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var all = new MemoryStream();
        packed.CopyTo(all);
        return all.ToArray();
    }
}
