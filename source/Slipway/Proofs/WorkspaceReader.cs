using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Cargo;

namespace Slipway.Proofs;

/// <summary>Reads a workspace: cargo is only asked when a file, the toolchain or the environment is another than before.</summary>
internal sealed class WorkspaceReader(ProofRequest request)
{
    private const int Most = 50;

    public async Task<(CargoWorkspace Workspace, Snapshot Snapshot, string Toolchain)> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(folder);
        var path = Path.Combine(request.Folder, "workspaces", $"{Hash([full])[..32]}.json");
        if (await ReadMemoAsync(path, cancellationToken) is { } memo)
        {
            var (snapshot, toolchain) = await LookAsync(memo.Folders, memo.TargetFolder, cancellationToken);
            if (DigestOf(snapshot, toolchain) == memo.Digest)
                return (CargoWorkspace.Parse(memo.Metadata), snapshot, toolchain);
        }

        return await AskAsync(full, path, cancellationToken);
    }

    /// <summary>The workspace's folder, then those of path dependencies outside it.</summary>
    public static IReadOnlyList<string> FoldersOf(CargoWorkspace workspace) =>
    [
        workspace.RootFolder,
        .. workspace.Packages
            .SelectMany(package => package.Dependencies.Select(dependency => dependency.Path).OfType<string>().Append(package.Folder))
            .Where(folder => folder != workspace.RootFolder && !folder.StartsWith(workspace.RootFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private async Task<(CargoWorkspace Workspace, Snapshot Snapshot, string Toolchain)> AskAsync(string folder, string path, CancellationToken cancellationToken)
    {
        var metadata = await CargoWorkspace.ReadMetadataAsync(folder, CargoWorkspaceOptions.Default, cancellationToken);
        var workspace = CargoWorkspace.Parse(metadata);
        var folders = FoldersOf(workspace);
        var (snapshot, toolchain) = await LookAsync(folders, workspace.TargetFolder, cancellationToken);
        var memo = new WorkspaceMemo(folders, workspace.TargetFolder, DigestOf(snapshot, toolchain), metadata);
        await AtomicFile.WriteTextAsync(path, JsonSerializer.Serialize(memo, ProofJson.Readable.WorkspaceMemo) + "\n", cancellationToken);
        ProofStore.Prune(Path.GetDirectoryName(path)!, Most);
        return (workspace, snapshot, toolchain);
    }

    private async Task<(Snapshot Snapshot, string Toolchain)> LookAsync(IReadOnlyList<string> folders, string targetFolder, CancellationToken cancellationToken)
    {
        var snapshot = await Snapshot.TakeAsync(folders, request.ExcludedWith(targetFolder), cancellationToken);
        // The files above a workspace choose its toolchain.
        var configuration = snapshot.Digest(file => Path.GetFileName(file) is "rust-toolchain" or "rust-toolchain.toml" or "settings.toml");
        return (snapshot, await new ToolchainIdentity(Path.Combine(request.Folder, "toolchains"), ToolchainIdentity.Locate).FindAsync(folders[0], configuration, request.RunEverything, cancellationToken));
    }

    private async Task<WorkspaceMemo?> ReadMemoAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return !request.RunEverything && File.Exists(path)
                ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), ProofJson.Readable.WorkspaceMemo)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string DigestOf(Snapshot snapshot, string toolchain) => Hash([snapshot.Digest(_ => true), toolchain]);

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}
