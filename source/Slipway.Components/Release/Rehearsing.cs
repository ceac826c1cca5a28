using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Messages;
using Slipway.Packaging;
using Slipway.Rehearsal;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.Page;
using Slipway.Rehearsal.Users;
using Slipway.Releasing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

namespace Slipway.Components;

/// <summary>The servers of a rehearsal. Nothing else knows them, so that runs that rehearse nothing load none of it.</summary>
internal sealed class Rehearsing : IAsyncDisposable
{
    private const string DoneFile = "done";
    private const string UsualWorkflow = "release.yml";

    private readonly RehearsalServers _servers;

    private Rehearsing(RehearsalServers servers, ReleaseConnections connections, string folder) =>
        (_servers, Connections, Folder) = (servers, connections, folder);

    public ReleaseConnections Connections { get; }

    public string Folder { get; }

    public IReadOnlyDictionary<string, string> Environment => _servers.Environment;

    /// <summary>The bare repository that the embedded GitHub has.</summary>
    public string Origin => OriginIn(Folder);

    public int Announcements => _servers.Discord.Messages.Length;

    public int Mails => _servers.Mail.Mails.Length;

    public string CallsFile => Path.Combine(Folder, "servers", "calls.jsonl");

    /// <summary>Crates that are new to the registry could be published by no trusted workflow.</summary>
    public void AddCrates(IEnumerable<string> names)
    {
        foreach (var name in names)
            _servers.Registry.AddCrate(name);
    }

    /// <summary>All that there is to see.</summary>
    public RehearsalContent Show(ReleaseManifest manifest, Uri address, ImmutableArray<UserCheck> checks, string sums, string signature) =>
        new(manifest, address, checks, sums, signature, _servers.Discord.Messages, _servers.Mail.Mails, _servers.Log.Calls);

    /// <summary>Goes on with a rehearsal of the same commit that was not ended, and begins a new one otherwise.</summary>
    /// <param name="root">Of the git repository.</param>
    /// <param name="place">Where rehearsals are kept.</param>
    /// <param name="journal">That of an earlier rehearsal is about servers that are no more; null when there can be none.</param>
    /// <param name="faults">A file that says what is to go wrong.</param>
    /// <param name="workflow">The name of the workflow's file that GitHub vouches for and the registry trusts.</param>
    public static async Task<Rehearsing> StartAsync(AbsolutePath root, AbsolutePath place, CargoWorkspace workspace, ReleaseSubject subject, string? journal, string? faults, CancellationToken cancellationToken, string workflow = UsualWorkflow)
    {
        var repository = await RepositoryReader.ReadAsync(workspace.RootFolder, subject.Tag.Name, cancellationToken);
        var folder = place / FolderName([subject.Tag.Name, repository.Head, .. repository.Changed.SelectMany(x => Contents(root, x))]);
        if (File.Exists(folder / DoneFile))
            Directory.Delete(folder, recursive: true);
        var goesOn = Directory.Exists(folder);
        Log.Information("Rehearsal of {Tag:l}: {What:l} against servers on this machine", subject.Tag.Name, goesOn ? "it goes on" : "it begins");
        if (!goesOn && journal is not null)
            Forget(journal);
        await RehearsalOrigin.PrepareAsync(workspace.RootFolder, OriginIn(folder), subject.Tag.Name, cancellationToken);
        var slug = $"rehearsal/{subject.Main.Name}";
        var servers = await RehearsalServers.StartAsync(folder / "servers", new RehearsalOptions
        {
            GitHub = new GitHubOptions
            {
                Repository = slug,
                GitRepository = OriginIn(folder),
                ImmutableReleases = true,
                Workflow = new WorkflowIdentity(workflow, Ref: $"refs/tags/{subject.Tag.Name}"),
            },
            TrustedPublisher = new TrustedPublisher(slug, workflow),
            Registry = new RegistryOptions { CargoHome = CargoExecutable.HomeFolder },
            Faults = faults is null ? new FaultPlan() : FaultPlan.Read(faults),
        }, cancellationToken);
        // What CI says of the commit is nothing that a rehearsal finds out.
        servers.GitHub.AddCheckRun(repository.Head, "rehearsed ci", "success");
        var environment = servers.Environment;
        var connections = new ReleaseConnections(
            ReleaseConnections.ToRehearsal,
            new GitHubConnection(new Uri(environment["GITHUB_API_URL"]), environment["GITHUB_REPOSITORY"], new Uri(environment["GITHUB_SERVER_URL"]), environment["GITHUB_TOKEN"]),
            CrateRegistry.StandIn(servers.Registry.Address.ToString(), servers.Registry.Token),
            servers.Discord.Webhook)
        {
            AllowDirty = repository.Changed.Count > 0,
            Mail = new MailSettings(
                environment["SMTP_HOST"],
                servers.Mail.Port,
                environment["SMTP_USER"],
                environment["SMTP_PASSWORD"],
                environment["MAIL_FROM"],
                [environment["MAIL_TO"]]),
        };
        return new Rehearsing(servers, connections, folder);
    }

    /// <summary>The key of a rehearsal, which stays the same while it goes on.</summary>
    public static async Task<GpgKey> KeyAsync(AbsolutePath place, CargoWorkspace workspace, CancellationToken cancellationToken)
    {
        var (key, passphrase) = (place / "key.asc", place / "passphrase");
        if (!File.Exists(passphrase))
        {
            var time = await RepositoryReader.TimeOfAsync(workspace.RootFolder, "HEAD", cancellationToken);
            var made = await GpgKey.MakeAsync("Rehearsal <rehearsal@localhost>", time, cancellationToken);
            await AtomicFile.WriteTextAsync(key, made.Text, cancellationToken);
            await AtomicFile.WriteTextAsync(passphrase, made.Passphrase!, cancellationToken);
        }

        return new GpgKey(await File.ReadAllTextAsync(key, cancellationToken), await File.ReadAllTextAsync(passphrase, cancellationToken));
    }

    /// <summary>The next rehearsal begins anew.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => AtomicFile.WriteTextAsync(Path.Combine(Folder, DoneFile), "", cancellationToken);

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    private static string OriginIn(string folder) => Path.Combine(folder, "origin.git");

    private static void Forget(string journal)
    {
        if (ReleaseJournal.SubjectOf(JournalReader.Read(journal))?.Forge == ReleaseConnections.ToRehearsal)
            File.Delete(journal);
    }

    // What is not committed is part of what is rehearsed.
    private static IEnumerable<string> Contents(AbsolutePath root, string changed)
    {
        var path = Path.Combine(root, changed);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : File.Exists(path) ? [path] : Enumerable.Empty<string>();
        return files.SelectMany(x => (string[])[Path.GetRelativePath(root, x), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(x)))]).Prepend(changed);
    }

    // Tags may have slashes, and file systems no long names.
    private static string FolderName(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..12];
}
