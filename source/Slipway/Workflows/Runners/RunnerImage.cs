namespace Slipway.Workflows;

/// <summary>What is known of an image.</summary>
/// <param name="Label">What stands behind <c>runs-on</c>.</param>
/// <param name="Ends">The day from which jobs on it fail, where GitHub has named one.</param>
public sealed record RunnerImage(Runner Runner, string Label, RunnerSystem System, DateOnly? Ends = null)
{
    /// <summary>In days: how long before its end an image is worth a warning.</summary>
    private const int Notice = 90;

    /// <summary>Whether, seen from a day, its end is near or past.</summary>
    public bool EndsSoon(DateOnly day) => Ends is { } ends && ends.DayNumber - day.DayNumber <= Notice;
}
