using System.Collections.Immutable;
using Serilog;
using Slipway.Rehearsal;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;
using Slipway.Workflows.Local;

namespace Slipway.Components;

/// <summary>
/// The servers of a rehearsal as the jobs of a workflow meet them: as GitHub, crates.io and Discord. The jobs run on a
/// clone in which the tag stands, as after a push of it.
/// </summary>
internal sealed class WorkflowRehearsal(Rehearsing servers, ReleaseSubject subject, LocalGitHub gitHub)
{
    // What would let cargo publish without the trust that a workflow has on crates.io.
    private const string RegistryToken = "CARGO_REGISTRIES_REHEARSAL_TOKEN";

    // GitHub's part goes another way: only some jobs get it.
    private static readonly string[] OfGitHub = ["ACTIONS_", "GITHUB_"];

    private static readonly string[] OfChannels = ["DISCORD_WEBHOOK", "SMTP_PASSWORD"];

    public LocalGitHub GitHub => gitHub;

    /// <summary>The clone that the jobs' own are made from.</summary>
    public string Repository => Clone(servers.Folder);

    /// <param name="workflow">The name of the workflow's file, which the registry trusts.</param>
    public static async Task<WorkflowRehearsal> StartAsync(IHazRelease build, string workflow, CancellationToken cancellationToken)
    {
        var (workspace, subject) = (build.CargoWorkspace, build.ReleaseSubject);
        var changed = (await RepositoryReader.ReadAsync(workspace.RootFolder, subject.Tag.Name, cancellationToken)).Changed;
        if (changed.Count > 0)
            Log.Warning("A tag is of a commit: what is not committed is left out ({Files:l})", string.Join(", ", changed));
        var place = build.RehearsalDirectory / "workflows" / workflow;
        var servers = await Rehearsing.StartAsync(build.RootDirectory, place, workspace, subject, journal: null, build.Faults, cancellationToken, workflow);
        PipelineState.Of(build).Rehearsal = servers;
        servers.AddCrates(subject.Crates.Select(x => x.Name));
        await RehearsalOrigin.CheckOutAsync(servers.Origin, Clone(servers.Folder), subject.Tag.Name, cancellationToken);

        var variables = servers.Environment;
        var key = await Rehearsing.KeyAsync(build.RehearsalDirectory, workspace, cancellationToken);
        return new WorkflowRehearsal(servers, subject, new LocalGitHub(
            variables["GITHUB_API_URL"],
            variables["GITHUB_SERVER_URL"],
            variables["GITHUB_REPOSITORY"],
            variables["GITHUB_TOKEN"],
            variables["ACTIONS_ID_TOKEN_REQUEST_URL"],
            variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"])
        {
            Secrets = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
                .Add("GPG_KEY", key.Text)
                .Add("GPG_PASSPHRASE", key.Passphrase!)
                .SetItems(OfChannels.Select(x => KeyValuePair.Create(x, variables[x]))),
            Variables = variables
                .Where(x => x.Key != RegistryToken && !OfChannels.Contains(x.Key) && !OfGitHub.Any(prefix => x.Key.StartsWith(prefix, StringComparison.Ordinal)))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
    }

    /// <summary>Says what the servers have now.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        using var releases = new GitHubReleases(servers.Connections.GitHub, TimeProvider.System);
        using var index = servers.Connections.Index();
        var release = await releases.FindAsync(subject.Tag.Name, cancellationToken);
        Log.Information("On the embedded GitHub: {State:l}", release switch
        {
            null => $"no release {subject.Tag.Name}",
            { IsDraft: true } => $"release {subject.Tag.Name} is a draft with {release.Assets.Length} files",
            _ => $"release {subject.Tag.Name} is public with {release.Assets.Length} files",
        });
        foreach (var crate in subject.Crates)
        {
            var isThere = await index.FindAsync(crate.Name, crate.Version, cancellationToken) is not null;
            Log.Information("On the embedded registry: {Crate:l} {Version:l} {State:l}", crate.Name, crate.Version, isThere ? "is published" : "is not there");
        }

        Log.Information("Announcements: {Count} at the embedded Discord, {Mails} mails", servers.Announcements, servers.Mails);
        Log.Information("Every call: {File:l}", servers.CallsFile);
    }

    /// <summary>The next rehearsal of the same commit begins anew.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => servers.EndAsync(cancellationToken);

    private static string Clone(string folder) => Path.Combine(folder, "repository");
}
