namespace Slipway.Rehearsal.Crates;

/// <summary>How the embedded registry is to be.</summary>
public sealed record RegistryOptions
{
    /// <summary>What cargo must send to publish.</summary>
    public string Token { get; init; } = "rehearsal-cargo-token";

    /// <summary>Who publishes with it, and owns what is new.</summary>
    public string Login { get; init; } = "rehearsal";

    /// <summary>How long a published version is missing in the index; a restart ends it.</summary>
    public TimeSpan IndexLag { get; init; }

    /// <summary>The home of cargo whose downloads are served besides.</summary>
    public string? CargoHome { get; init; }

    /// <summary>A folder with <c>.crate</c> files to be served besides; what they say of themselves is the index.</summary>
    public string? CrateFolder { get; init; }

    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }
}
