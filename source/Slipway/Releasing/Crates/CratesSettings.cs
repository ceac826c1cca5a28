namespace Slipway.Releasing.Crates;

/// <summary>How patient publishing is.</summary>
/// <param name="Attempts">How often one crate is sent that did not arrive.</param>
/// <param name="IndexPatience">How long the index may take to show what was published; cargo itself waits a minute.</param>
/// <param name="FirstPause">Before the index is asked again; each is twice the one before, up to half a minute.</param>
/// <param name="DoubtPatience">How long the index is asked about something that perhaps did not arrive.</param>
/// <param name="LongestLimit">The longest pause a registry may ask for.</param>
public sealed record CratesSettings(int Attempts, TimeSpan IndexPatience, TimeSpan FirstPause, TimeSpan DoubtPatience, TimeSpan LongestLimit)
{
    public static CratesSettings Default { get; } = new(
        Attempts: 4,
        IndexPatience: TimeSpan.FromMinutes(10),
        FirstPause: TimeSpan.FromSeconds(1),
        DoubtPatience: TimeSpan.FromSeconds(20),
        LongestLimit: TimeSpan.FromMinutes(15));
}
