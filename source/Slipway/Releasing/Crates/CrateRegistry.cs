using System.Collections.Immutable;

namespace Slipway.Releasing.Crates;

/// <summary>The registry that crates go to, and how cargo is told of it.</summary>
/// <param name="Name">What cargo calls it; null is crates.io.</param>
/// <param name="Index">Where its sparse index is, without <c>sparse+</c>.</param>
/// <param name="Token">Secret; null when the workflow is trusted instead, or there is none.</param>
/// <param name="IsStandIn">Whether it stands for crates.io in a rehearsal: crates depend on each other as if it were.</param>
public sealed record CrateRegistry(string? Name, Uri Index, string? Token, bool IsStandIn = false)
{
    /// <summary>The variable with the address of a registry that stands for crates.io; see <see cref="StandIn"/>.</summary>
    public const string StandInVariable = "REHEARSAL_REGISTRY";

    /// <summary>What cargo calls such a registry.</summary>
    public const string StandInName = "rehearsal";

    /// <summary>https://doc.rust-lang.org/cargo/reference/registry-index.html</summary>
    private static readonly Uri CratesIoIndex = new("https://index.crates.io/");

    /// <summary>Where crates.io gives tokens to trusted workflows: https://crates.io/docs/trusted-publishing</summary>
    private static readonly Uri CratesIoApi = new("https://crates.io/");

    /// <summary>Where tokens for trusted workflows come from, when the registry has such.</summary>
    public Uri? TrustedApi { get; init; }

    /// <summary>What people know it by.</summary>
    public string Title => Name ?? "crates.io";

    /// <summary>What every cargo command needs besides its own arguments.</summary>
    public ImmutableArray<string> CargoArguments =>
        Name is null ? []
        : IsStandIn ? ["--registry", Name, "--config", $"source.crates-io.replace-with=\"{Name}\""]
        : ["--registry", Name];

    public static CrateRegistry CratesIo(string? token) => new(null, CratesIoIndex, token) { TrustedApi = CratesIoApi };

    /// <summary>
    /// A registry on this machine that stands for crates.io, also to trusted workflows.
    /// </summary>
    /// <param name="address">Its root: the index is below <c>index/</c>, the API below <c>api/</c>.</param>
    /// <exception cref="SlipwayException">It is not on this machine: what is rehearsed must not leave it.</exception>
    public static CrateRegistry StandIn(string address, string? token) =>
        Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var root) && root.IsLoopback && root.Scheme == Uri.UriSchemeHttp
            ? new CrateRegistry(StandInName, new Uri(root, "index/"), token, IsStandIn: true) { TrustedApi = root }
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"{StandInVariable} is '{address}', which is no server on this machine.",
                "A registry that stands for crates.io is at http://127.0.0.1:PORT/. ./build.sh ServeRehearsal prints its address.");

    /// <summary>The environment for cargo.</summary>
    /// <param name="token">That of this one command.</param>
    public ImmutableSortedDictionary<string, string?> Environment(string? token)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        // A keyring of the user's, or a question that waits for an answer, must not come between.
        variables["CARGO_REGISTRY_GLOBAL_CREDENTIAL_PROVIDERS"] = "cargo:token";
        variables["CARGO_TERM_COLOR"] = "never";
        if (Name is null)
        {
            variables["CARGO_REGISTRY_TOKEN"] = token;
        }
        else
        {
            var key = Name.ToUpperInvariant().Replace('-', '_');
            variables[$"CARGO_REGISTRIES_{key}_INDEX"] = $"sparse+{Index}";
            variables[$"CARGO_REGISTRIES_{key}_TOKEN"] = token;
        }

        return variables.ToImmutable();
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Title} at {Index}";
}
