using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Slipway.Releasing;
using Slipway.Releasing.Journal;

namespace Slipway.Components;

/// <summary>What is released, and where its files are made: <c>artifacts/release</c>.</summary>
public interface IHazRelease : IHazCargoWorkspace
{
    [Parameter("Tag of the release; default: the one that started the run, or that of the version")]
    string Tag => TryGetValue(() => Tag) ?? "";

    [Parameter("Where the release goes: github, or rehearsal, which is servers on this machine; default: github for a tag on GitHub Actions, rehearsal elsewhere")]
    string Forge => TryGetValue(() => Forge) ?? "";

    [Parameter("File that says what goes wrong in a rehearsal")]
    string Faults => TryGetValue(() => Faults);

    AbsolutePath ReleaseDirectory => RootDirectory / "artifacts" / "release";

    /// <summary>What targets that make files of the release <c>Produce</c>.</summary>
    sealed string[] ReleaseFiles => [ReleaseDirectory / "*"];

    /// <summary>Further files for the archives: patterns below the package's folder, such as <c>themes/*</c>.</summary>
    IReadOnlyCollection<string> ArchiveFiles => [];

    /// <summary>The target triples that the legs of <c>Package</c> make archives for.</summary>
    internal sealed IReadOnlyCollection<string> ArchiveTargets =>
        [.. TargetMembers.Attributes(GetType(), nameof(IPackage.Package)).OfType<RunsOnAttribute>().Select(x => x.RustTarget).OfType<string>()];

    /// <summary>The change log, from which the notes are taken.</summary>
    string Changelog => new[] { ReleaseSubject.Main.Folder, CargoWorkspace.RootFolder }
        .Select(x => Path.Combine(x, "CHANGELOG.md"))
        .FirstOrDefault(File.Exists) ?? Path.Combine(ReleaseSubject.Main.Folder, "CHANGELOG.md");

    /// <summary>What the change log says of the version.</summary>
    /// <exception cref="SlipwayException">There is no change log, or it says nothing.</exception>
    internal sealed async Task<string> ReadNotesAsync(CancellationToken token) => File.Exists(Changelog)
        ? Releasing.Changelog.NotesFor(ReleaseSubject.Tag.Version, await File.ReadAllTextAsync(Changelog, token), Changelog, ReleaseSubject.Main.Name)
        : throw new SlipwayException(
            ErrorKind.Configuration,
            "There is no change log.",
            $"Write one, with a section ## [{ReleaseSubject.Tag.Version}] - DATE.",
            new SourceLocation(Changelog));

    /// <summary>What the tag is about.</summary>
    /// <exception cref="SlipwayException">The tag is none, or not that of the version.</exception>
    sealed ReleaseSubject ReleaseSubject => PipelineState.Of(this).Subject ??= ReleaseSubject.Find(CargoWorkspace, FindTag());

    /// <summary>The time of the commit, which all files of the release have.</summary>
    internal sealed Task<DateTimeOffset> GetReleaseTimeAsync(CancellationToken token) =>
        RepositoryReader.TimeOfAsync(CargoWorkspace.RootFolder, "HEAD", token);

    /// <summary>Whether all of it happens on this machine.</summary>
    /// <exception cref="SlipwayException">The forge is none.</exception>
    internal sealed bool IsRehearsal => Forge switch
    {
        "" => !IsTagRun,
        ReleaseConnections.ToRehearsal => true,
        ReleaseConnections.ToGitHub => false,
        _ => throw new SlipwayException(ErrorKind.Configuration, $"--forge: '{Forge}' is no place for a release.", $"It is {ReleaseConnections.ToRehearsal} or {ReleaseConnections.ToGitHub}."),
    };

    /// <summary>Where cargo packs crates.</summary>
    internal sealed AbsolutePath CratesDirectory => TemporaryDirectory / "release" / "crates";

    /// <summary>Where the release goes; the servers of a rehearsal are started when they are asked for, and end with the run.</summary>
    internal sealed async Task<ReleaseConnections> ConnectAsync() =>
        IsRehearsal ? await ConnectToRehearsalAsync() : ReleaseConnections.FromEnvironment();

    internal sealed async Task<ReleaseConnections> ConnectToRehearsalAsync()
    {
        var state = PipelineState.Of(this);
        state.Rehearsal ??= await Rehearsing.StartAsync(RootDirectory, RehearsalDirectory, CargoWorkspace, ReleaseSubject, ReleaseDirectory / ReleaseJournal.FileName, Faults, Interruption.Token);
        return state.Rehearsal.Connections;
    }

    internal sealed AbsolutePath RehearsalDirectory => TemporaryDirectory / "rehearsal";

    /// <summary>Whether this run is of a tag, on GitHub; the workflow can be started for one by hand, to go on with a release.</summary>
    private bool IsTagRun => Host is GitHubActions github && (TagOf(github) is not null || (github.EventName == "workflow_dispatch" && Tag.Length > 0));

    private string? FindTag() => Tag.Length > 0 ? Tag : Host is GitHubActions github ? TagOf(github) : null;

    private static string? TagOf(GitHubActions github) => github.Ref is { } name && name.StartsWith("refs/tags/", StringComparison.Ordinal) ? name["refs/tags/".Length..] : null;
}
