namespace Slipway.Releasing;

/// <summary>The steps of a release that change something outside, in their order.</summary>
public enum ReleaseStep
{
    /// <summary>Everything is uploaded to a draft.</summary>
    Draft,

    /// <summary>The crates go to the registry.</summary>
    PublishCrates,

    /// <summary>The draft becomes a release.</summary>
    GoLive,

    /// <summary>The world is told.</summary>
    Announce,
}
