using Slipway.Base;

namespace Slipway.Audit;

/// <summary>What is to be audited, and how.</summary>
/// <param name="Path">The lock file.</param>
/// <param name="Members">The names of the workspace's members.</param>
/// <param name="Database">The folder or URL of the advisories.</param>
/// <param name="OnlyYoung">Whether to refuse advisories that are too old.</param>
/// <param name="CargoHome">Where cargo keeps what the registry told it.</param>
public sealed record AuditRequest(string Path, IReadOnlyCollection<string> Members, string Database, bool OnlyYoung, string CargoHome)
{
    /// <summary>The commit to compare with, and the content of its lock file.</summary>
    public (BaseCommit Commit, string Lock)? Base { get; init; }
}
