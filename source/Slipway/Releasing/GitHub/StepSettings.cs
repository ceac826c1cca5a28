namespace Slipway.Releasing.GitHub;

/// <summary>How patient a step is with what GitHub shows late.</summary>
/// <param name="Lanes">How many files are sent at once.</param>
/// <param name="Pause">Before something is looked at again; each is twice the one before.</param>
/// <param name="Looks">How often something is looked at that is not as it was left.</param>
public sealed record StepSettings(int Lanes, TimeSpan Pause, int Looks)
{
    public static StepSettings Default { get; } = new(Lanes: 4, Pause: TimeSpan.FromSeconds(2), Looks: 5);

    /// <param name="look">Counted from 1.</param>
    internal Task WaitAsync(int look, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(Pause * Math.Pow(2, look - 1), time, cancellationToken);
}
