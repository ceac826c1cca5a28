using System.Collections.Concurrent;
using System.Globalization;
using Slipway.Releasing.Journal;

namespace Slipway.Releasing.GitHub;

/// <summary>Makes the next changes of a plan, each between its two lines in the journal.</summary>
internal sealed class DraftExecutor(ReleaseRun run, GitHubReleases releases, StepSettings settings)
{
    private readonly FileChecks _checks = new(run.Folder);

    /// <summary>Why the last change that failed did.</summary>
    public SlipwayException? LastTrouble { get; private set; }

    /// <summary>Whether this machine has tried to make a draft.</summary>
    public bool MayHaveCreated => run.Journal.Entries.Any(entry => entry is { Phase: JournalPhase.Intent, Name: CreateDraft.Name });

    /// <summary>What can be done before GitHub is looked at again; what is not certain then is seen there.</summary>
    /// <exception cref="SlipwayException">GitHub refuses, or a file was changed.</exception>
    public async Task ActAsync(DraftPlan plan, CancellationToken cancellationToken)
    {
        LastTrouble = null;
        _checks.Begin(plan.Actions.OfType<UploadAsset>().Select(upload => upload.Asset), cancellationToken);
        foreach (var action in plan.Actions)
        {
            if (action is DeleteAsset or UploadAsset)
                break;
            if (!await TryAsync(() => ChangeAsync(action, cancellationToken), plan))
                return;
        }

        // Without a draft there is nothing to send to, and one that is new is looked at first.
        if (plan.Draft is { } draft)
            await SendAsync(draft, plan, cancellationToken);
    }

    private Task ChangeAsync(DraftAction action, CancellationToken cancellationToken) => action switch
    {
        CreateDraft create => run.Journal.PerformAsync(
            action.Effect,
            () => releases.CreateDraftAsync(create.Text, cancellationToken),
            id => [new("id", Words.Number(id))]),
        DeleteDraft delete => PerformAsync(action.Effect, () => releases.DeleteDraftAsync(delete.Id, cancellationToken)),
        ChangeDraft change => PerformAsync(action.Effect, () => releases.ChangeDraftAsync(change.Id, change.Text, cancellationToken)),
        DeleteAsset delete => PerformAsync(action.Effect, () => releases.DeleteAssetAsync(delete.Asset.Id, cancellationToken)),
        _ => throw new InvalidOperationException($"{action.GetType().Name} is not made here."),
    };

    /// <summary>Files in lanes; what is in the way of one is deleted in its lane.</summary>
    private async Task SendAsync(DraftRelease draft, DraftPlan plan, CancellationToken cancellationToken)
    {
        var files = plan.Actions.Where(action => action is DeleteAsset or UploadAsset).GroupBy(NameOf, StringComparer.Ordinal).ToList();
        var refused = new ConcurrentQueue<SlipwayException>();
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Lanes, CancellationToken = cancellationToken },
            async (file, token) =>
            {
                if (!refused.IsEmpty)
                    return;
                try
                {
                    foreach (var action in file)
                    {
                        if (!await TryAsync(() => action is UploadAsset upload ? UploadAsync(draft, upload, token) : ChangeAsync(action, token), plan))
                            return;
                    }
                }
                catch (SlipwayException exception)
                {
                    refused.Enqueue(exception);
                }
            });
        if (refused.TryDequeue(out var first))
            throw first;
    }

    private async Task UploadAsync(DraftRelease draft, UploadAsset upload, CancellationToken cancellationToken)
    {
        await _checks.VerifyAsync(upload.Asset, cancellationToken);
        var sent = await run.Journal.PerformAsync(
            upload.Effect,
            () => releases.UploadAsync(draft, upload.Asset, run.Folder, cancellationToken),
            asset => [new("id", Words.Number(asset.Id)), new("digest", asset.Sha256 ?? "")]);
        run.Say(string.Create(CultureInfo.InvariantCulture, $"Uploaded {sent.Name} ({sent.Size} bytes)."));
    }

    /// <returns>Whether it was made; false when GitHub has to be looked at.</returns>
    private async Task<bool> TryAsync(Func<Task> act, DraftPlan plan)
    {
        try
        {
            await act();
            return true;
        }
        catch (LostAnswerException exception)
        {
            LastTrouble = exception;
        }
        catch (RefusedException exception) when (exception.Refusal.IsTaken("ReleaseAsset") || exception.Refusal.Status == System.Net.HttpStatusCode.NotFound)
        {
            // Somebody was faster, perhaps this program before it lost the answer; or the draft is gone.
            LastTrouble = exception;
        }
        catch (RefusedException exception)
        {
            throw exception.At(plan.Describe(run.Manifest));
        }

        run.Say($"{LastTrouble.Message} Looking what is there.");
        return false;
    }

    private Task<bool> PerformAsync(Effect effect, Func<Task> act) => run.Journal.PerformAsync(effect, async () =>
    {
        await act();
        return true;
    });

    private static string NameOf(DraftAction action) => action switch
    {
        DeleteAsset delete => delete.Asset.Name,
        UploadAsset upload => upload.Asset.Name,
        _ => "",
    };
}
