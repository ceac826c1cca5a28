using System.Globalization;
using Slipway.Base;
using Slipway.Processes;

namespace Slipway.Audit.Advisories;

/// <summary>Brings a database of advisories to this machine, and indexes it once for each of its commits.</summary>
/// <param name="folder">Where clones and indexes stand.</param>
public sealed class AdvisoryStore(string folder, TimeProvider? time = null)
{
    private static readonly TimeSpan FetchAfter = TimeSpan.FromDays(1);

    // Another run may be cloning.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _folder = Path.GetFullPath(folder);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The database, or why it cannot be had: there may be no network.</summary>
    /// <param name="pathOrUrl">A folder, or what git can clone.</param>
    /// <exception cref="SlipwayException">It is a folder that is no database.</exception>
    public async Task<Found<AdvisoryDatabase>> OpenAsync(string pathOrUrl, CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(pathOrUrl))
            return Found<AdvisoryDatabase>.Of(await DescribeAsync(Path.GetFullPath(pathOrUrl), null, cancellationToken));
        if (!IsUrl(pathOrUrl))
            throw new SlipwayException(ErrorKind.Configuration, $"--advisory-db: there is no folder {pathOrUrl}.", "Name a clone of the RustSec database, or a URL that git can clone.");
        if (Git.Find(Directory.GetCurrentDirectory()) is null)
            return Found<AdvisoryDatabase>.Nothing("git is not installed, or not on PATH");
        await using var held = await FolderLock.TakeAsync(_folder, Patience, cancellationToken);
        var clone = new AdvisoryClone(_folder, pathOrUrl);
        var problem = clone.FetchedAt is { } fetched && _time.GetUtcNow() - fetched < FetchAfter
            ? null
            : await clone.UpdateAsync(_time.GetUtcNow(), cancellationToken);
        return clone.Exists
            ? Found<AdvisoryDatabase>.Of(await DescribeAsync(clone.Folder, problem, cancellationToken))
            : Found<AdvisoryDatabase>.Nothing($"the advisories of {WithoutCredentials.Of(pathOrUrl)} cannot be fetched: {problem}");
    }

    /// <summary>The index of the database, made when there is none of its commit.</summary>
    public async Task<AdvisoryIndex> IndexAsync(AdvisoryDatabase database, CancellationToken cancellationToken = default)
    {
        // What is not committed may change from one moment to the next.
        if (database.IsChanged)
            return AdvisoryIndex.Read(database.Folder, database.Commit);
        var path = Path.Combine(_folder, $"{database.Commit}.json");
        if (File.Exists(path) && AdvisoryIndex.Parse(await File.ReadAllBytesAsync(path, cancellationToken), database.Commit) is { } known)
            return known;
        var index = AdvisoryIndex.Read(database.Folder, database.Commit);
        Directory.CreateDirectory(_folder);
        await AtomicFile.WriteBytesAsync(path, index.ToBytes(), cancellationToken);
        return index;
    }

    private async Task<AdvisoryDatabase> DescribeAsync(string database, string? problem, CancellationToken cancellationToken)
    {
        var git = Git.Find(database) ?? throw new SlipwayException(ErrorKind.Environment, "git is not installed, or not on PATH.");
        var status = git.TryReadAsync(cancellationToken, "status", "--porcelain", "--", ".");
        // In a folder of a larger repository only what changed the folder makes it younger.
        string[] below = await git.TryReadAsync(cancellationToken, "rev-parse", "--show-prefix") is { Length: > 0 } ? ["--", "."] : [];
        var log = await git.TryReadAsync(cancellationToken, ["log", "-1", "--format=%H %ct", .. below]);
        var changes = await status;
        if (log?.Split(' ') is not [var commit, var seconds])
            throw new SlipwayException(ErrorKind.Configuration, $"{database} is in no git repository with a commit, so that nobody can tell how old its advisories are.", "Name a clone of the RustSec database: --advisory-db PATH_OR_URL.");
        var committed = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
        return new AdvisoryDatabase(database, commit, _time.GetUtcNow() - committed, changes is not { Length: 0 }, problem);
    }

    private static bool IsUrl(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal);
}
