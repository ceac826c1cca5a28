using System.Collections.Immutable;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>The embedded registry, as cargo and its API see it.</summary>
public sealed class CratesServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private readonly CrateRegistry _registry;

    private CratesServer(LoopbackServer server, CrateRegistry registry, string token) => (_server, _registry, Token) = (server, registry, token);

    public Uri Address => _server.Address;

    public string Token { get; }

    /// <summary>What cargo needs to know a registry of this name.</summary>
    public ImmutableSortedDictionary<string, string> Environment(string name)
    {
        var key = name.ToUpperInvariant().Replace('-', '_');
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [$"CARGO_REGISTRIES_{key}_INDEX"] = $"sparse+{Address}index/",
            [$"CARGO_REGISTRIES_{key}_TOKEN"] = Token,
            // A person's own provider, such as a keyring, is not asked.
            ["CARGO_REGISTRY_GLOBAL_CREDENTIAL_PROVIDERS"] = "cargo:token",
        });
    }

    /// <summary>What makes cargo take this registry for crates.io; it reads that from no variable.</summary>
    public static ImmutableArray<string> Replacement(string name) => ["--config", $"source.crates-io.replace-with=\"{name}\""];

    internal static async Task<CratesServer> StartAsync(string folder, RegistryOptions options, ServerContext context, TrustedPublishing? trusted = null)
    {
        var registry = new CrateRegistry(new CrateStore(folder), ThirdParty(options), context.Time, options.IndexLag);
        var publishers = new Publishers(options, trusted);
        var server = await LoopbackServer.StartAsync(
            "registry",
            context with { Port = options.Port },
            routes =>
            {
                new IndexRoutes(registry).Map(routes);
                new ApiRoutes(registry, publishers).Map(routes);
                if (trusted is not null)
                    new TrustedRoutes(trusted).Map(routes);
            },
            RegistryErrors.AnswerAsync);
        return new CratesServer(server, registry, options.Token);
    }

    /// <summary>
    /// Tells of a crate that somebody has begun: it has a version, yanked, that nobody can build. Without one no trusted
    /// workflow may publish it. A crate that is there already stays as it is.
    /// </summary>
    public void AddCrate(string name) => _registry.Begin(name);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static IThirdPartyCrates ThirdParty(RegistryOptions options) => (options.CargoHome, options.CrateFolder) switch
    {
        (null, null) => new NoCrates(),
        ({ } home, null) => new CargoCache(home),
        (null, { } crates) => new CrateFolder(crates),
        var (home, crates) => new SeveralCrates([new CargoCache(home), new CrateFolder(crates)]),
    };
}
