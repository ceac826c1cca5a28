using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>One change that a draft still needs.</summary>
public abstract record DraftAction(Effect Effect);

/// <summary>Makes the draft.</summary>
public sealed record CreateDraft(Effect Effect, ReleaseText Text) : DraftAction(Effect)
{
    /// <summary>In the journal; its outcome has the <c>id</c>.</summary>
    public const string Name = "create draft";
}

/// <summary>Deletes one of several drafts of the same release.</summary>
public sealed record DeleteDraft(Effect Effect, long Id) : DraftAction(Effect);

/// <summary>Changes title, notes or flags.</summary>
public sealed record ChangeDraft(Effect Effect, long Id, ReleaseText Text) : DraftAction(Effect);

/// <summary>Deletes a file that is another, incomplete, or of an earlier attempt.</summary>
public sealed record DeleteAsset(Effect Effect, GitHubAsset Asset) : DraftAction(Effect);

/// <summary>Sends a file.</summary>
public sealed record UploadAsset(Effect Effect, Asset Asset) : DraftAction(Effect);
