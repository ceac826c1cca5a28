using Slipway.Workflows.Local.Reading;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary>
/// <c>actions/checkout</c>: a clone of the repository, with the working tree's uncommitted changes laid over it, so that
/// what runs is what would be pushed.
/// </summary>
internal sealed class Checkout(ActionCall call)
{
    private readonly RepositoryFacts _repository = call.Leg.Session.Repository;

    /// <summary>Whether the step fills the whole workspace.</summary>
    public static bool IsWhole(StepDefinition step) =>
        step.Uses?.StartsWith("actions/checkout@", StringComparison.OrdinalIgnoreCase) == true
        && step.With is ValueTemplate.Map map && map.Entries.All(input => input.Key != "path");

    public async Task<StepEnd> RunAsync(CancellationToken token)
    {
        if (call["repository"] is { Length: > 0 } other && !other.Equals(_repository.Slug, StringComparison.OrdinalIgnoreCase))
            return LocalActions.NotHere($"{call.Uses.Split('@')[0]} of {other} needs GitHub");
        call.Refuse("submodules", "false");
        call.Refuse("lfs", "false");
        call.Refuse("sparse-checkout");

        var folder = call.PathOf("path");
        var (commit, isHead) = await FindCommitAsync(token);
        var clone = new RepositoryClone(_repository, call.Leg.Session.Trigger, folder);
        await clone.FetchAsync(commit, isHead, IsFull, IsFull || call.Flag("fetch-tags"), token);
        var changes = isHead ? await WorkingTreeChanges.FindAsync(_repository.Root, call.Leg.Session.Options.WorkingFolder, token) : WorkingTreeChanges.None;
        await clone.CleanAsync(changes.Written, token);
        changes.Apply(_repository.Root, folder);
        call.Log.Note($"{commit[..7]}{(changes.Count == 0 ? "" : FormattableString.Invariant($" with {changes.Count} uncommitted {(changes.Count == 1 ? "change" : "changes")}"))}");
        return new StepEnd(RunResult.Success, Outputs:
        [
            KeyValuePair.Create("commit", commit),
            KeyValuePair.Create("ref", call["ref"].Length > 0 ? call["ref"] : call.Leg.Session.Trigger.Ref),
        ]);
    }

    private bool IsFull => call["fetch-depth"] == "0";

    private async Task<(string Commit, bool IsHead)> FindCommitAsync(CancellationToken token)
    {
        var wanted = call["ref"];
        if (wanted.Length == 0 || wanted == call.Leg.Session.Trigger.Ref || wanted == call.Leg.Session.Trigger.RefName)
            return (_repository.Commit, true);
        var git = LocalGit.In(_repository.Root);
        foreach (var name in new[] { wanted, $"refs/remotes/origin/{wanted}" })
        {
            if (await git.TryReadAsync(token, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}") is { } commit)
                return (commit, commit == _repository.Commit);
        }

        throw new SlipwayException(ErrorKind.Configuration, $"The repository has no ref {wanted}.");
    }
}
