namespace Slipway.Releasing.Announcing;

/// <summary>Whether a release was announced in a channel.</summary>
public enum AnnounceState
{
    NotAnnounced,

    /// <summary>It was to be, and nobody has seen how that ended.</summary>
    CutOff,

    Announced,
}
