using Slipway.Http;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Tests.Releasing.Crates;
using Slipway.Releasing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.Journal;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>The crates of a workspace that many cases share, and a registry for one case; cargo itself publishes.</summary>
internal sealed class DisturbedCrates : IDisturbed
{
    private static readonly CratesSettings Quick = CratesSettings.Default with
    {
        FirstPause = TimeSpan.FromMilliseconds(20),
        DoubtPatience = TimeSpan.FromSeconds(2),
        IndexPatience = TimeSpan.FromSeconds(60),
    };

    private readonly CratesBench _workspace;
    private readonly TemporaryFolder _folder;
    private readonly CallLog _log;
    private readonly CratesServer _server;

    private DisturbedCrates(CratesBench workspace, TemporaryFolder folder, FaultPlan faults, CallLog log, CratesServer server) =>
        (_workspace, _folder, Faults, _log, _server) = (workspace, folder, faults, log, server);

    public FaultPlan Faults { get; }

    public IReadOnlyList<Call> Calls => _log.Calls;

    public static async Task<IDisturbed> StartAsync(CratesBench workspace)
    {
        var folder = new TemporaryFolder();
        var context = Tests.Server.Context(new FaultPlan());
        var server = await CratesServer.StartAsync(folder / "registry", new RegistryOptions(), context);
        return new DisturbedCrates(workspace, folder, context.Faults, context.Log, server);
    }

    public async Task RunAsync(Disturbance? disturbance)
    {
        await PublishAsync();
        // What is there is only looked at.
        await PublishAsync();
    }

    public Task RunAgainAsync(SlipwayException stopped) => RunAsync(null);

    public async Task<string> StateAsync()
    {
        using var http = new HttpClient();
        var entries = _workspace.Manifest.Crates.Select(crate => http.GetStringAsync(new Uri(_server.Address, $"index/{RegistryIndex.PathOf(crate.Name)}")));
        return string.Concat(await Task.WhenAll(entries));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PublishAsync()
    {
        var manifest = _workspace.Manifest;
        var registry = new Slipway.Releasing.Crates.CrateRegistry("rehearsal", new Uri(_server.Address, "index/"), _server.Token, IsStandIn: true);
        using var index = new RegistryIndex(registry, new PatientHandler(new SocketsHttpHandler(), TimeProvider.System, firstPause: TimeSpan.FromMilliseconds(10)));
        await using var journal = ReleaseJournal.Open(_folder / ReleaseJournal.FileName, new JournalSubject(manifest.Tag, manifest.Commit, "rehearsal"), TimeProvider.System);
        var run = new ReleaseRun(manifest, _folder.Path, journal, TimeProvider.System, _ => { });
        await new CratesStep(run, _workspace.Workspace, registry, index) { Settings = Quick, TargetFolder = _folder / "target" }
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
