using System.Globalization;
using Slipway.Processes;

namespace Slipway.Audit.Advisories;

/// <summary>A shallow clone of a database. Whoever has one holds the lock of its folder.</summary>
internal sealed class AdvisoryClone
{
    private readonly string _parent;
    private readonly string _url;
    private readonly string _origin;
    private readonly string _note;

    public AdvisoryClone(string parent, string url)
    {
        _parent = parent;
        _url = url;
        _origin = WithoutCredentials.Of(url);
        _note = Path.Combine(parent, "db.fetched");
        Folder = Path.Combine(parent, "db");
        var lines = File.Exists(_note) ? File.ReadAllLines(_note) : [];
        Exists = Directory.Exists(Path.Combine(Folder, ".git")) && lines is [var known, ..] && known == _origin;
        if (Exists && lines is [_, var text, ..] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time))
            FetchedAt = time;
    }

    public string Folder { get; }

    /// <summary>Whether it is there, and of this URL.</summary>
    public bool Exists { get; private set; }

    public DateTimeOffset? FetchedAt { get; }

    /// <summary>Clones or fetches; says why when that fails, and leaves what was there as it was.</summary>
    public async Task<string?> UpdateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var problem = Exists ? await FetchAsync(cancellationToken) : await CloneAsync(cancellationToken);
        if (problem is null)
        {
            Exists = true;
            await AtomicFile.WriteTextAsync(_note, $"{_origin}\n{now.ToString("O", CultureInfo.InvariantCulture)}\n", cancellationToken);
        }

        return problem;
    }

    private async Task<string?> FetchAsync(CancellationToken cancellationToken) =>
        await RunAsync(Folder, cancellationToken, "fetch", "--quiet", "--depth", "1", "origin", "HEAD")
        ?? await RunAsync(Folder, cancellationToken, "reset", "--quiet", "--hard", "FETCH_HEAD");

    private async Task<string?> CloneAsync(CancellationToken cancellationToken)
    {
        var fresh = Path.Combine(_parent, "db.new");
        Remove(fresh);
        var problem = await RunAsync(_parent, cancellationToken, "clone", "--quiet", "--depth", "1", "--", _url, fresh);
        if (problem is not null)
            return problem;
        // Without the note what is between the two steps counts as nothing.
        File.Delete(_note);
        Remove(Folder);
        Directory.Move(fresh, Folder);
        return null;
    }

    private static async Task<string?> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        // Without a limit a network that swallows packets would hold the run for hours.
        string[] limits = ["-c", "http.lowSpeedLimit=1000", "-c", "http.lowSpeedTime=20"];
        var output = await Git.Find(folder)!.RunAsync(cancellationToken, [.. limits, .. arguments]);
        if (output.Result.Succeeded)
            return null;
        var reason = output.Error.Split('\n').FirstOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal) || line.StartsWith("error:", StringComparison.Ordinal));
        return reason is null ? $"git {arguments[0]} failed" : WithoutCredentials.Of(reason);
    }

    private static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        // Git writes its objects read-only, which Windows does not delete.
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.IsReadOnly))
            file.IsReadOnly = false;
        Directory.Delete(folder, recursive: true);
    }
}
