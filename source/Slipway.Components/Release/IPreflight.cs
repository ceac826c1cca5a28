using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Releasing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

namespace Slipway.Components;

/// <summary>Brings <c>Preflight</c>: says all that stands in the way of a release, before anything is built.</summary>
public interface IPreflight : IHazRelease
{
    /// <summary>Names of the checks and statuses that have to be green for the commit; none is all that it has.</summary>
    IReadOnlyCollection<string> RequiredChecks => [];

    /// <summary>Open issues with one of these labels stop a release.</summary>
    IReadOnlyCollection<string> BlockingLabels => ["P0"];

    /// <summary>The workflow that releases, whose own checks do not count.</summary>
    string ReleaseWorkflow => ".github/workflows/release.yml";

    /// <summary>How many requests to GitHub a release may need: two for each asset, and some to look.</summary>
    int ReleaseCalls => 200;

    Target Preflight => _ => _
        .Description("Release: checks that nothing will stand in its way")
        .Executes(() => this.ExplainAsync(async () =>
        {
            var checks = await CheckAsync(Interruption.Token);
            foreach (var check in checks)
                Write(check);
            var bad = checks.Where(x => x.Verdict == PreflightVerdict.Bad).ToList();
            Assert.True(bad.Count == 0, $"{(bad.Count == 1 ? "one thing stands" : $"{bad.Count} things stand")} in the way: {string.Join(", ", bad.Select(x => x.Name))}");
        }));

    private async Task<IReadOnlyList<PreflightCheck>> CheckAsync(CancellationToken token)
    {
        var subject = ReleaseSubject;
        var repository = await RepositoryReader.ReadAsync(CargoWorkspace.RootFolder, subject.Tag.Name, token);
        var triples = ArchiveTargets.Count > 0 ? ArchiveTargets : [await RustTargets.HostAsync(CargoWorkspace.RootFolder, token)];
        return
        [
            PreflightCheck.Good("version", $"{subject.Main} is released as {subject.Tag.Name}{(subject.Tag.IsPrerelease ? ", a prerelease" : "")}"),
            .. LocalPreflight.Judge(subject.Tag, repository, isReal: !IsRehearsal, FindBegun(subject)),
            await CheckNotesAsync(subject, token),
            await CheckLockAsync(token),
            .. CheckSigning(),
            .. subject.Programs.Where(x => x.IsPublishable).Select(x => BinstallPreflight.Judge(subject.Tag, x, triples)),
            .. await CheckRemotesAsync(subject, repository, token),
        ];
    }

    // What was begun elsewhere, the draft tells.
    private string? FindBegun(ReleaseSubject subject) =>
        ReleaseJournal.SubjectOf(JournalReader.Read(ReleaseDirectory / ReleaseJournal.FileName)) is { } begun
        && begun.Tag == subject.Tag.Name && begun.Forge == ReleaseConnections.ToGitHub && !IsRehearsal
            ? begun.Commit
            : null;

    // On GitHub, secrets are given to the job that signs, and to no other.
    private IEnumerable<PreflightCheck> CheckSigning()
    {
        const string Name = "signing";
        if (this is not ISign sign || Host is GitHubActions)
            yield break;
        yield return Processes.Executables.Find("gpg") is null ? PreflightCheck.Bad(Name, "There is no gpg here.", "Install GnuPG 2.2 or later.")
            : IsRehearsal ? PreflightCheck.Good(Name, "gpg is there; a rehearsal makes its own key")
            : sign.GpgKey is null || sign.GpgPassphrase is null ? PreflightCheck.Bad(Name, "There is no key to sign with.", "Set GPG_KEY and GPG_PASSPHRASE.")
            : PreflightCheck.Good(Name, "gpg and a key are there");
    }

    private async Task<IReadOnlyList<PreflightCheck>> CheckRemotesAsync(ReleaseSubject subject, RepositoryFacts repository, CancellationToken token)
    {
        ReleaseConnections to;
        try
        {
            to = await ConnectAsync();
        }
        catch (SlipwayException exception)
        {
            return [PreflightCheck.Bad("github", exception)];
        }

        using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
        using var index = to.Index();
        var facts = new PreflightSubject(
            subject.Tag,
            repository.Head,
            await GetReleaseTimeAsync(token),
            ReleaseWorkflow,
            RequiredChecks,
            BlockingLabels,
            ReleaseCalls,
            NeedsWrite: Host is not GitHubActions);
        IReadOnlyList<ReleaseCrate> crates = [.. subject.Crates.Select(x => new ReleaseCrate(x.Name, x.Version))];
        return
        [
            .. await new GitHubPreflight(releases, facts, TimeProvider.System).RunAsync(token),
            // What was packed with changed files says nothing that could be compared before it is packed again.
            .. to.AllowDirty ? [] : await CratesPreflight.RunAsync(crates, repository.Head, to.Registry, index, isTrusted: Host is GitHubActions, token),
        ];
    }

    private async Task<PreflightCheck> CheckNotesAsync(ReleaseSubject subject, CancellationToken token)
    {
        const string Name = "change log";
        try
        {
            var notes = await ReadNotesAsync(token);
            return PreflightCheck.Good(Name, $"it has {notes.Length} characters about {subject.Tag.Version}");
        }
        catch (SlipwayException exception)
        {
            return PreflightCheck.Bad(Name, exception);
        }
    }

    private async Task<PreflightCheck> CheckLockAsync(CancellationToken token)
    {
        const string Name = "lock file";
        if (!File.Exists(Path.Combine(CargoWorkspace.RootFolder, "Cargo.lock")))
            return PreflightCheck.Bad(Name, "There is no Cargo.lock, so that what is built today is not what is built tomorrow.", "Make and commit it: cargo generate-lockfile");
        try
        {
            await CargoWorkspace.LoadAsync(Workspace, CargoWorkspaceOptions.Default with { Locked = true, Resolve = true }, token);
            return PreflightCheck.Good(Name, "it is current");
        }
        catch (SlipwayException exception)
        {
            return PreflightCheck.Bad(Name, exception);
        }
    }

    private void Write(PreflightCheck check)
    {
        var place = check.Location is { } location ? $"{location with { File = Gates.Finding.PathBelow(RootDirectory, location.File)! }}: " : "";
        var text = PipelineLog.Harmless($"{check.Name}: {place}{check.Message}{(check.Fix == null ? "" : $"\n    {check.Fix}")}");
        switch (check.Verdict)
        {
            case PreflightVerdict.Good:
                Log.Information("{Check:l}", text);
                break;
            case PreflightVerdict.Note:
                Log.Warning("{Check:l}", text);
                break;
            default:
                Log.Error("{Check:l}", text);
                break;
        }
    }
}
