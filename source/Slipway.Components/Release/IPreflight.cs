using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Releasing;

namespace Slipway.Components;

/// <summary>Brings <c>Preflight</c>: says all that stands in the way of a release, before anything is built.</summary>
public interface IPreflight : IHazRelease
{
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
        return
        [
            PreflightCheck.Good("version", $"{subject.Main} is released as {subject.Tag.Name}{(subject.Tag.IsPrerelease ? ", a prerelease" : "")}"),
            .. LocalPreflight.Judge(subject.Tag, repository, isReal: !IsRehearsal),
            await CheckNotesAsync(subject, token),
            await CheckLockAsync(token),
        ];
    }

    private async Task<PreflightCheck> CheckNotesAsync(ReleaseSubject subject, CancellationToken token)
    {
        const string Name = "change log";
        if (!File.Exists(Changelog))
            return PreflightCheck.Bad(Name, "There is no change log.", $"Write one, with a section ## [{subject.Tag.Version}] - DATE.", new SourceLocation(Changelog));
        try
        {
            var notes = Releasing.Changelog.NotesFor(subject.Tag.Version, await File.ReadAllTextAsync(Changelog, token), Changelog, subject.Main.Name);
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
