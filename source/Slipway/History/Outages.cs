namespace Slipway.History;

/// <summary>Finds the times in which something was broken: from what fails first to the next that is good.</summary>
internal sealed class Outages
{
    private readonly List<Outage> _all = [];
    private DateTimeOffset? _since;

    /// <summary>Takes the next one, in the order in which they ended; what is neither good nor bad changes nothing.</summary>
    public void Add(DateTimeOffset ended, RunVerdict? verdict)
    {
        if (verdict == RunVerdict.Fail)
            _since ??= ended;
        if (verdict != RunVerdict.Pass || _since is not { } since)
            return;
        _all.Add(new Outage(since, ended));
        _since = null;
    }

    public IEnumerable<Outage> All => _since is { } since ? _all.Append(new Outage(since, null)) : _all;
}
