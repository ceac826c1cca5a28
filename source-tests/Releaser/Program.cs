using System.Diagnostics;
using System.Globalization;
using Slipway;
using Slipway.Cargo;
using Slipway.Http;
using Slipway.Manifest;
using Slipway.Messages;
using Slipway.Packaging;
using Slipway.Releasing;
using Slipway.Releasing.Announcing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

// WORKSPACE RELEASE-FOLDER TARGET-FOLDER [LINE]: makes the release whose manifest is in the folder, with the environment
// that a rehearsal gives, and ends itself like a kill after that line of the journal.
var (workspaceFolder, folder, target) = (args[0], args[1], args[2]);
int? last = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : null;
try
{
    var token = CancellationToken.None;
    var manifest = await SignedAsync(await ReleaseManifest.GetAsync(folder));
    var lines = 0;
    var path = Path.Combine(folder, ReleaseJournal.FileName);
    await using var journal = ReleaseJournal.Open(path, new JournalSubject(manifest.Tag, manifest.Commit, "rehearsal"), TimeProvider.System, _ =>
    {
        if (++lines == last)
            Process.GetCurrentProcess().Kill();
    });
    var run = new ReleaseRun(manifest, folder, journal, TimeProvider.System, line => Console.Out.WriteLine(line));
    var connection = new GitHubConnection(new Uri(Variable("GITHUB_API_URL")), Variable("GITHUB_REPOSITORY"), new Uri(Variable("GITHUB_SERVER_URL")), Variable("GITHUB_TOKEN"));
    using var releases = new GitHubReleases(connection, TimeProvider.System);
    var patience = new StepSettings(Lanes: 4, Pause: TimeSpan.FromMilliseconds(100), Looks: 5);
    await DraftStep.RunAsync(run, releases, patience, token);

    var registry = new CrateRegistry("rehearsal", new Uri(Variable("CARGO_REGISTRIES_REHEARSAL_INDEX")["sparse+".Length..]), Variable("CARGO_REGISTRIES_REHEARSAL_TOKEN"), IsStandIn: true);
    using var index = new RegistryIndex(registry, Sending.Handler(TimeProvider.System));
    var workspace = await CargoWorkspace.LoadAsync(workspaceFolder, token);
    var crates = new CratesStep(run, workspace, registry, index) { TargetFolder = target, Settings = CratesSettings.Default with { FirstPause = TimeSpan.FromMilliseconds(100), DoubtPatience = TimeSpan.FromSeconds(2) } };
    await crates.RunAsync(token);

    await GoLiveStep.RunAsync(run, releases, patience, token);
    using var channels = Channels.Open(
        DiscordWebhook.Parse(Variable("DISCORD_WEBHOOK")),
        new MailSettings(Variable("SMTP_HOST"), int.Parse(Variable("SMTP_PORT"), CultureInfo.InvariantCulture), Variable("SMTP_USER"), Variable("SMTP_PASSWORD"), Variable("MAIL_FROM"), [Variable("MAIL_TO")]),
        TimeProvider.System);
    await new AnnounceStep(run, releases, channels.All).RunAsync(Environment.GetEnvironmentVariable("ANNOUNCED"), Environment.GetEnvironmentVariable("ANNOUNCE_AGAIN") is not null, token);
    return 0;
}
catch (SlipwayException exception)
{
    await Console.Error.WriteLineAsync(exception.Explain());
    return (int)exception.Kind;
}

// With the key in the environment; without one the signature that is there stays.
async Task<ReleaseManifest> SignedAsync(ReleaseManifest manifest)
{
    if (Environment.GetEnvironmentVariable("GPG_KEY") is not { } key)
        return manifest;
    var sums = Path.Combine(folder, ChecksumFile.Name);
    await new GpgSigner(new GpgKey(key, Environment.GetEnvironmentVariable("GPG_PASSPHRASE"))).SignAsync(sums, DateTimeOffset.UnixEpoch.AddYears(51));
    var signature = await Asset.OfAsync(sums + ".asc", AssetKind.Signature, null);
    return manifest with { Assets = [.. manifest.Assets.Select(asset => asset.Kind == AssetKind.Signature ? signature : asset)] };
}

static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new SlipwayException(ErrorKind.Configuration, $"{name} is not set.");
