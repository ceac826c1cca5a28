using System.Collections.Immutable;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.Hosting;
using Slipway.Rehearsal.Mail;
using CrateRegistry = Slipway.Releasing.Crates.CrateRegistry;

namespace Slipway.Rehearsal;

/// <summary>A cargo registry, GitHub, Discord and a mail server on this machine; what they keep is in a folder, and a restart continues with it.</summary>
public sealed class RehearsalServers : IAsyncDisposable
{
    /// <summary>What cargo calls the registry: <c>cargo publish --registry rehearsal</c>.</summary>
    public const string RegistryName = CrateRegistry.StandInName;

    /// <summary>Tells a release that its crates go to this registry, by its address, and never to crates.io.</summary>
    public const string RegistryVariable = CrateRegistry.StandInVariable;

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    private readonly FolderLock _lock;
    private readonly List<IAsyncDisposable> _running = [];

    private RehearsalServers(FolderLock folderLock, CallLog log) => (_lock, Log) = (folderLock, log);

    public CratesServer Registry { get; private set; } = null!;

    public GitHubServer GitHub { get; private set; } = null!;

    public DiscordServer Discord { get; private set; } = null!;

    public MailServer Mail { get; private set; } = null!;

    /// <summary>Every call that a server had, also in the file <c>calls.jsonl</c>.</summary>
    public CallLog Log { get; }

    /// <summary>What a release needs in its environment: for cargo, for GitHub, and for what it announces.</summary>
    public ImmutableSortedDictionary<string, string> Environment => Registry.Environment(RegistryName)
        .SetItems(GitHub.Environment)
        .SetItem("DISCORD_API", new Uri(Discord.Address, "api").ToString())
        .SetItem("DISCORD_WEBHOOK", Discord.Webhook.ToString())
        .SetItem(RegistryVariable, Registry.Address.ToString())
        .SetItems(Mail.Environment);

    /// <summary>What every cargo command needs, so that this registry is crates.io to it.</summary>
    public static ImmutableArray<string> CargoArguments => CratesServer.Replacement(RegistryName);

    /// <exception cref="SlipwayException">Another rehearsal uses the folder, or what is in it is damaged.</exception>
    public static async Task<RehearsalServers> StartAsync(string folder, RehearsalOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= RehearsalOptions.Default;
        var folderLock = await FolderLock.TakeAsync(folder, LockPatience, cancellationToken);
        var log = new CallLog(new Redaction(options.Secrets), Path.Combine(folder, "calls.jsonl"));
        var servers = new RehearsalServers(folderLock, log);
        try
        {
            await servers.StartAsync(folder, options, new ServerContext(options.Time, options.Faults, log));
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(_running))
            await server.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private async Task StartAsync(string folder, RehearsalOptions options, ServerContext context)
    {
        // GitHub vouches for the workflow, and the registry believes it.
        var identities = new IdentityTokens(options.Time);
        var trusted = options.TrustedPublisher is { } publisher ? new TrustedPublishing(identities, publisher, options.Time) : null;
        Registry = Running(await CratesServer.StartAsync(Path.Combine(folder, "registry"), options.Registry, context, trusted));
        GitHub = Running(await GitHubServer.StartAsync(Path.Combine(folder, "github"), options.GitHub, context, identities));
        Discord = Running(await DiscordServer.StartAsync(Path.Combine(folder, "discord"), options.Discord, context));
        Mail = Running(MailServer.Start(Path.Combine(folder, "mail"), options.Mail, context));
    }

    private T Running<T>(T server) where T : IAsyncDisposable
    {
        _running.Add(server);
        return server;
    }
}
