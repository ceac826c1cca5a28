using System.Security.Cryptography;

namespace Slipway.Workflows.Local.Running;

/// <summary><c>hashFiles</c>: one hash of all files that match, and nothing when none does.</summary>
internal static class FileHash
{
    public static string Of(string workspace, IReadOnlyList<string> patterns)
    {
        var files = new FileGlob(workspace, patterns).Find(withHidden: true);
        if (files.Count == 0)
            return "";
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            all.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
