using System.Globalization;
using System.Text.Json;

namespace Slipway.Rehearsal.GitHub.State;

/// <summary>The state in a file, and the bytes of assets beside it; a restart continues with them.</summary>
internal sealed class GitHubStore
{
    private readonly Lock _lock = new();
    private readonly string _folder;

    /// <exception cref="SlipwayException">The file is damaged.</exception>
    public GitHubStore(string folder)
    {
        _folder = folder;
        Current = Previous = File.Exists(StateFile) ? Read() : GitHubState.Empty;
    }

    public GitHubState Current { get; private set; }

    /// <summary>As it was before the last change.</summary>
    public GitHubState Previous { get; private set; }

    public string AssetFile(long id) => Path.Combine(_folder, "assets", id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Deletes the bytes of an asset; one that was never complete has none.</summary>
    public void DeleteAsset(long id)
    {
        if (File.Exists(AssetFile(id)))
            File.Delete(AssetFile(id));
    }

    /// <summary>Changes one state into the next; nothing is changed when that throws.</summary>
    public T Change<T>(Func<GitHubState, (GitHubState State, T Result)> change)
    {
        lock (_lock)
        {
            var (state, result) = change(Current);
            AtomicFile.WriteText(StateFile, JsonSerializer.Serialize(state, StateJson.Default.GitHubState));
            (Previous, Current) = (Current, state);
            return result;
        }
    }

    /// <summary>Adds something with an id of its own; ids only grow.</summary>
    public T Add<T>(Func<GitHubState, long, (GitHubState State, T Result)> add) => Change(state =>
    {
        var id = state.LastId + 1;
        return add(state with { LastId = id }, id);
    });

    private string StateFile => Path.Combine(_folder, "state.json");

    private GitHubState Read()
    {
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllText(StateFile), StateJson.Default.GitHubState)!;
            // The file does not say how names are compared.
            return read with
            {
                Branches = read.Branches.WithComparers(StringComparer.Ordinal),
                Tags = read.Tags.WithComparers(StringComparer.Ordinal),
                BurnedTags = read.BurnedTags.WithComparers(StringComparer.Ordinal),
                // An earlier rehearsal had none of them.
                Runs = read.Runs ?? GitHubState.Empty.Runs,
                Deployments = read.Deployments ?? GitHubState.Empty.Deployments,
                CommitTimes = read.CommitTimes?.WithComparers(StringComparer.Ordinal) ?? GitHubState.Empty.CommitTimes,
            };
        }
        catch (JsonException exception)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                "The state of the embedded GitHub is damaged.",
                "Delete the folder of the rehearsal, and rehearse again.",
                new SourceLocation(StateFile),
                exception);
        }
    }
}
