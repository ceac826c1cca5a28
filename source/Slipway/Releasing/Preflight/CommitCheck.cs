namespace Slipway.Releasing;

/// <summary>What became of a check of a commit.</summary>
public enum CheckState
{
    Passed,

    /// <summary>Queued, or running.</summary>
    Pending,

    Failed,
}

/// <summary>The last word of one check, or of one status.</summary>
/// <param name="Time">When it was said, in whole seconds.</param>
/// <param name="Id">Of two in one second, the later has the greater.</param>
/// <param name="Page">Where people read more.</param>
public sealed record CommitCheck(string Name, CheckState State, DateTimeOffset Time, long Id, string? Page = null)
{
    private const string Title = "ci";
    private const int MostNames = 5;

    /// <summary>Whether the commit is green.</summary>
    /// <param name="checks">All that the commit has; of several with one name, the last counts.</param>
    /// <param name="required">Those that have to be green; none is all.</param>
    public static PreflightCheck Judge(string commit, IReadOnlyCollection<CommitCheck> checks, IReadOnlyCollection<string> required)
    {
        var last = checks.GroupBy(check => check.Name, StringComparer.Ordinal)
            .Select(group => group.MaxBy(check => (check.Time, check.Id))!)
            .Where(check => required.Count == 0 || required.Contains(check.Name))
            .OrderBy(check => check.Name, StringComparer.Ordinal)
            .ToList();
        var missing = required.Except(last.Select(check => check.Name)).Order(StringComparer.Ordinal).ToList();
        var (failed, pending) = (Names(last, CheckState.Failed), Names(last, CheckState.Pending));
        return (failed.Count, pending.Count, missing.Count, last.Count) switch
        {
            ( > 0, _, _, _) => PreflightCheck.Bad(
                Title,
                $"{List(failed)} failed for {Short(commit)}.",
                $"Mend it and release the commit that is green{(last.Find(check => check.State == CheckState.Failed)?.Page is { } page ? $"; see {page}" : "")}; run it again when it failed by accident."),
            (_, > 0, _, _) => PreflightCheck.Bad(Title, $"{List(pending)} still runs for {Short(commit)}.", "Wait until it is green, and run the same again."),
            (_, _, > 0, _) => PreflightCheck.Bad(Title, $"{List(missing)} did not run for {Short(commit)}.", "Push the commit to the branch that CI runs for, and wait until it is green."),
            (_, _, _, 0) => PreflightCheck.Bad(Title, $"No check ran for {Short(commit)}.", "Push the commit to the branch that CI runs for, and wait until it is green."),
            _ => PreflightCheck.Good(Title, $"{List([.. last.Select(check => check.Name)])} passed for {Short(commit)}"),
        };
    }

    private static List<string> Names(IEnumerable<CommitCheck> checks, CheckState state) =>
        [.. checks.Where(check => check.State == state).Select(check => check.Name)];

    private static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more") : "");

    private static string Short(string commit) => commit[..Math.Min(12, commit.Length)];
}
