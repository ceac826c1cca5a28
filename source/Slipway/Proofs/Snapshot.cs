using System.Security.Cryptography;
using System.Text;

namespace Slipway.Proofs;

/// <summary>All files that a gate can depend on, as they are at one moment.</summary>
internal sealed class Snapshot(string root, IReadOnlyList<FileState> files)
{
    private readonly Lazy<HashSet<string>> _paths = new(() => files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal));

    /// <param name="folders">The workspace's folder first, then those of path dependencies outside it.</param>
    /// <param name="excluded">Folders of which nothing counts, such as cargo's target folder.</param>
    public static async Task<Snapshot> TakeAsync(
        IReadOnlyList<string> folders,
        IReadOnlyCollection<string> excluded,
        CancellationToken cancellationToken = default)
    {
        var root = Path.GetFullPath(folders[0]);
        var files = new List<string>(Surroundings.Of(root));
        foreach (var folder in folders)
            files.AddRange(await FileLister.ListAsync(folder, excluded, cancellationToken));
        return new Snapshot(root, FileState.ReadAll(files));
    }

    public string Root => root;

    public IReadOnlyList<FileState> Files => files;

    public bool Has(string path) => _paths.Value.Contains(path);

    /// <summary>What stands for all files that a gate depends on.</summary>
    public string Digest(Func<string, bool> depends)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files.Where(file => depends(file.Path)))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Digest}\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
