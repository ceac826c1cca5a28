namespace Slipway.Workflows;

/// <summary>The actions that workflows use, each at one commit.</summary>
public sealed class ActionPins
{
    private readonly ActionPin[] _pins;

    public ActionPins(IEnumerable<ActionPin> pins) => _pins = [.. pins.OrderBy(pin => pin.Repository, StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The one table: a new action is a line here, and <c>SyncPins</c> carries a newer version back that a bot has
    /// written into the workflows.
    /// </summary>
    public static ActionPins Default { get; } = new(
    [
        new("Swatinem/rust-cache", "v2.9.2", "6323deb102c322ba6fcbdcafc7e3dddab59af2b6"),
        new("actions/attest", "v4.2.2", "1e69f48acb82d1966a394da916b4c1698aa569d6"),
        new("actions/cache", "v5.0.5", "27d5ce7f107fe9357f9df03efb73ab90386fccae"),
        new("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
        new("actions/download-artifact", "v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
        new("actions/setup-dotnet", "v6.0.0", "a98b56852c35b8e3190ac28c8c2271da59106c68"),
        new("actions/upload-artifact", "v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
        new("actions/upload-pages-artifact", "v4.0.0", "7b1f4a764d45c48632c6b24a0339c27f5614fb0b"),
        new("github/codeql-action", "v4.36.2", "8aad20d150bbac5944a9f9d289da16a4b0d87c1e"),
    ]);

    public IReadOnlyList<ActionPin> All => _pins;

    public ActionPin? Find(string repository) => Array.Find(_pins, pin => pin.Repository.Equals(repository, StringComparison.OrdinalIgnoreCase));
}
