using System.Globalization;

namespace Slipway.Audit.Advisories;

/// <summary>A database of advisories on this machine.</summary>
/// <param name="Folder">Where it stands.</param>
/// <param name="Commit">All hexadecimal digits.</param>
/// <param name="Age">How long ago that commit was made.</param>
/// <param name="IsChanged">Whether files differ from the commit.</param>
/// <param name="Problem">Why it could not be brought up to date.</param>
public sealed record AdvisoryDatabase(string Folder, string Commit, TimeSpan Age, bool IsChanged = false, string? Problem = null)
{
    public const string DefaultUrl = "https://github.com/RustSec/advisory-db.git";

    private const int ShortLength = 9;

    /// <summary>The age from which on a server does not trust it.</summary>
    public static TimeSpan OldestOnServer { get; } = TimeSpan.FromDays(7);

    /// <exception cref="SlipwayException">It is too old.</exception>
    public AdvisoryDatabase EnsureYoung() => Age <= OldestOnServer ? this : throw new SlipwayException(
        ErrorKind.Environment,
        $"The advisories are {ShowAge()} old, and a server takes none that are older than 7 days.",
        Problem is null ? "Fetch the database: `git pull` in it, or name another one with --advisory-db." : $"It could not be fetched: {Problem}");

    public override string ToString() =>
        $"advisories of commit {Commit[..Math.Min(ShortLength, Commit.Length)]}{(IsChanged ? " with changes" : "")}, {ShowAge()} old";

    internal string ShowAge() => Age.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)Age.TotalDays} days")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max((int)Age.TotalHours, 0)} hours");
}
