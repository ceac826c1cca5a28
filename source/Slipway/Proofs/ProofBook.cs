using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Proofs;

/// <summary>The record as one run sees it: inputs are those at its beginning.</summary>
public sealed class ProofBook
{
    private readonly ProofRequest _request;
    private readonly CargoWorkspace _workspace;
    private readonly ProofStore _store;
    private readonly Snapshot _start;
    private readonly IReadOnlyList<string> _machine;
    private readonly ConcurrentDictionary<string, Lazy<Task<Snapshot>>> _folders = new(StringComparer.Ordinal);

    private ProofBook(ProofRequest request, CargoWorkspace workspace, Snapshot start, string toolchain)
    {
        _request = request;
        _workspace = workspace;
        _store = new ProofStore(request.Folder, request.Clock);
        _start = start;
        _machine =
        [
            toolchain, RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString(),
            .. request.Programs.Select(program => program.ModuleVersionId.ToString()),
        ];
    }

    /// <summary>Reads the workspace, from what cargo said before when nothing has changed, and all its files.</summary>
    public static async Task<ProofBook> OpenAsync(ProofRequest request, string folder, CancellationToken cancellationToken = default)
    {
        var (workspace, snapshot, toolchain) = await new WorkspaceReader(request).ReadAsync(folder, cancellationToken);
        return new ProofBook(request, workspace, snapshot, toolchain);
    }

    public CargoWorkspace Workspace => _workspace;

    /// <summary>The proof of a gate, unless there is none, or everything is to run.</summary>
    public async Task<Proof?> FindAsync(ProofInputs inputs, CancellationToken cancellationToken = default) =>
        _request.RunEverything ? null : await _store.FindAsync(await KeyOfAsync(inputs, cancellationToken), cancellationToken);

    /// <summary>
    /// Records what a gate has said, when it may stand for later runs and its inputs are still those of the beginning.
    /// </summary>
    /// <param name="products">Files that its run made, and others use.</param>
    /// <param name="reports">What it wrote for readers.</param>
    public async Task RecordAsync(
        ProofInputs inputs,
        GateResult gate,
        TestSuiteResult? suite = null,
        IEnumerable<string>? products = null,
        IReadOnlyList<ProvedReport>? reports = null,
        CancellationToken cancellationToken = default)
    {
        if (!Proof.IsClean(gate, suite, inputs.Severest))
            return;
        var now = await SnapshotAsync(cancellationToken);
        if (!now.Files.SequenceEqual(_start.Files) || !await IsUnchangedAsync(inputs.Folder, cancellationToken))
            return;
        var (files, variables) = inputs.Files == FileScope.Everything ? DepInfo.Read(_workspace.TargetFolder, _workspace.RootFolder) : ([], []);
        var proof = new Proof(
            _request.Clock.GetUtcNow(),
            gate,
            suite,
            FileState.ReadAll(products ?? []),
            FileState.ReadAll(files.Where(IsForeign)),
            [.. variables.Select(DepInfo.Describe)],
            reports ?? []);
        await _store.WriteAsync(await KeyOfAsync(inputs, cancellationToken), proof, cancellationToken);
    }

    private Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken) =>
        Snapshot.TakeAsync(WorkspaceReader.FoldersOf(_workspace), _request.ExcludedWith(_workspace.TargetFolder), cancellationToken);

    private async Task<ProofKey> KeyOfAsync(ProofInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Folder is { } folder)
            inputs = inputs.With(folder, (await FolderAsync(folder, cancellationToken)).Digest(_ => true));
        return ProofKey.Of(inputs, _start, _machine, Variables.Of(inputs.Variables));
    }

    private async Task<bool> IsUnchangedAsync(string? folder, CancellationToken cancellationToken) =>
        folder is null
        || (await Snapshot.TakeAsync([folder], [], cancellationToken)).Files.SequenceEqual((await FolderAsync(folder, cancellationToken)).Files);

    // Gates run side by side; whoever asks first reads it.
    private Task<Snapshot> FolderAsync(string folder, CancellationToken cancellationToken) => _folders
        .GetOrAdd(folder, path => new Lazy<Task<Snapshot>>(() => Snapshot.TakeAsync([path], [], cancellationToken)))
        .Value;

    // What the snapshot has counts anyway; what cargo makes or has fetched follows from what counts.
    private bool IsForeign(string file) =>
        !IsBelow(file, _workspace.TargetFolder)
        && !IsBelow(file, CargoExecutable.HomeFolder)
        && !_start.Has(file);

    private static bool IsBelow(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
