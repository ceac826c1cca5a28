using System.Collections.Immutable;
using Slipway.Releasing.GitHub;

namespace Slipway.Releasing.Announcing;

/// <summary>What the text of a public release keeps for the next run, which may be on another machine.</summary>
internal sealed class KeptRecord(GitHubReleases releases, GitHubRelease release)
{
    private ReleaseBody _body = release.Body;

    public ImmutableSortedDictionary<string, string> Values => _body.Record;

    public async Task KeepAsync(ImmutableSortedDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (values.SequenceEqual(Values))
            return;
        var body = _body with { Record = values };
        await releases.UpdateBodyAsync(release.Id, body.ToString(), cancellationToken);
        _body = body;
    }
}
