using Slipway.Cargo;
using Slipway.Http;
using Slipway.Manifest;
using Slipway.Processes;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.Tests.Crates;
using Slipway.Releasing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.Journal;

namespace Slipway.Rehearsal.Tests.Releasing.Crates;

/// <summary>A workspace of three crates in a git repository, a registry, and what publishes one to the other.</summary>
internal sealed class CratesBench : IAsyncDisposable
{
    private readonly CargoProject _project = new();
    private readonly CratesServer _server;
    private readonly RehearsalServers? _trusting;
    private ReleaseJournal? _journal;

    private CratesBench(CratesServer server, RehearsalServers? trusting = null) => (_server, _trusting) = (server, trusting);

    public List<string> Said { get; } = [];

    public CargoWorkspace Workspace { get; private set; } = null!;

    public ReleaseManifest Manifest { get; set; } = null!;

    public CargoProject Project => _project;

    public CratesServer Server => _server;

    // It stays where it was when the server is gone.
    private Slipway.Releasing.Crates.CrateRegistry Registry =>
        field ??= Slipway.Releasing.Crates.CrateRegistry.StandIn(_server.Address.ToString(), _trusting is null ? _server.Token : null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CratesBench> StartAsync(TemporaryFolder folder, params Fault[] faults)
    {
        var server = await CratesServer.StartAsync(folder / "registry", new RegistryOptions(), Tests.Server.Context(new FaultPlan(faults)));
        return await PrepareAsync(new CratesBench(server));
    }

    /// <summary>Without a token: GitHub vouches for a workflow, and the registry trusts <c>release.yml</c>.</summary>
    public static async Task<CratesBench> StartTrustedAsync(TemporaryFolder folder, string workflow)
    {
        var servers = await RehearsalServers.StartAsync(
            folder / "servers",
            new RehearsalOptions
            {
                GitHub = new GitHubOptions { Repository = "octo/galley", Workflow = new WorkflowIdentity(workflow) },
                TrustedPublisher = new TrustedPublisher("octo/galley", "release.yml"),
            },
            Token);
        return await PrepareAsync(new CratesBench(servers.Registry, servers));
    }

    /// <summary>What was asked of the registry's API, and how it was answered: method and status.</summary>
    public IReadOnlyList<string> Asked => [.. _trusting!.Log.Calls
        .Where(call => call.Server == "registry" && call.Path.StartsWith("/api/", StringComparison.Ordinal))
        .Select(call => $"{call.Method} {call.Path.Split('/')[^1]} {call.Status}")];

    private static async Task<CratesBench> PrepareAsync(CratesBench bench)
    {
        File.WriteAllText(Path.Combine(bench._project.Folder, ".gitignore"), "target/\n");
        await bench.RunAsync("cargo", "generate-lockfile", "--offline");
        await bench.CommitAsync("Begin");
        bench.Workspace = await CargoWorkspace.LoadAsync(bench._project.Folder, Token);
        await bench.PackAsync();
        return bench;
    }

    /// <summary>The manifest of what is checked out.</summary>
    public async Task PackAsync()
    {
        var commit = (await RunAsync("git", "rev-parse", "HEAD")).Trim();
        var crates = await CratePacker.PackAsync(Workspace, [.. Workspace.PublishOrder], Registry, _project.Target, allowDirty: false, Token);
        Manifest = new ReleaseManifest(1, "galley", "0.1.0", "v0.1.0", commit, false, "- New.\n", [], crates);
    }

    public async Task<IReadOnlyList<ObservedCrate>> PublishAsync(CratesSettings? settings = null, TimeProvider? time = null)
    {
        using var index = Index();
        _journal ??= ReleaseJournal.Open(Path.Combine(_project.Folder, "..", "journal.jsonl"), new JournalSubject(Manifest.Tag, Manifest.Commit, "rehearsal"), TimeProvider.System);
        var run = new ReleaseRun(Manifest, _project.Folder, _journal, time ?? TimeProvider.System, Said.Add);
        using var trusted = _trusting is null ? null : new TrustedTokens(
            new Uri(_trusting.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"]),
            _trusting.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
            Registry.TrustedApi!,
            new SocketsHttpHandler());
        var step = new CratesStep(run, Workspace, Registry, index) { Settings = settings ?? CratesSettings.Default, TargetFolder = _project.Target, Trusted = trusted };
        return await step.RunAsync(Token);
    }

    /// <summary>What stands in the way, asked before the crates are packed.</summary>
    /// <param name="token">Null when there is none.</param>
    public async Task<IReadOnlyList<PreflightCheck>> AskAsync(string? token, bool isTrusted)
    {
        using var index = Index();
        IReadOnlyList<ReleaseCrate> crates = [.. Manifest.Crates.Select(x => x with { Sha256 = null })];
        return await CratesPreflight.RunAsync(crates, Manifest.Commit, Registry with { Token = token }, index, isTrusted, Token);
    }

    public RegistryIndex Index() => new(Registry, new PatientHandler(new SocketsHttpHandler(), TimeProvider.System, firstPause: TimeSpan.FromMilliseconds(10)));

    public async Task CommitAsync(string subject)
    {
        await RunAsync("git", "init", "--quiet", "--initial-branch", "main");
        await RunAsync("git", "add", "--all");
        await RunAsync("git", "-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", "--message", subject);
    }

    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var output = await new ToolCommand(program).WithArguments(arguments).WithWorkingDirectory(_project.Folder)
            .WithEnvironment("GIT_CONFIG_GLOBAL", "/dev/null").WithEnvironment("CARGO_TARGET_DIR", _project.Target).ReadAsync(Token);
        output.Result.Succeeded.ShouldBeTrue(output.Error);
        return output.Output;
    }

    public async ValueTask DisposeAsync()
    {
        if (_journal is not null)
            await _journal.DisposeAsync();
        await (_trusting?.DisposeAsync() ?? _server.DisposeAsync());
        _project.Dispose();
    }
}
