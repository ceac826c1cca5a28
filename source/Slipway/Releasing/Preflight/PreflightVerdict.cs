namespace Slipway.Releasing;

public enum PreflightVerdict
{
    Good,

    /// <summary>Worth a look; does not stop the release.</summary>
    Note,

    /// <summary>Stops the release.</summary>
    Bad,
}
