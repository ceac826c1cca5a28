using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Slipway.Releasing;

namespace Slipway.Components;

/// <summary>What is released, and where its files are made: <c>artifacts/release</c>.</summary>
public interface IHazRelease : IHazCargoWorkspace
{
    [Parameter("Tag of the release; default: the one that started the run, or that of the version")]
    string Tag => TryGetValue(() => Tag) ?? "";

    AbsolutePath ReleaseDirectory => RootDirectory / "artifacts" / "release";

    /// <summary>What targets that make files of the release <c>Produce</c>.</summary>
    sealed string[] ReleaseFiles => [ReleaseDirectory / "*"];

    /// <summary>Further files for the archives: patterns below the package's folder, such as <c>themes/*</c>.</summary>
    IReadOnlyCollection<string> ArchiveFiles => [];

    /// <summary>The change log, from which the notes are taken.</summary>
    string Changelog => new[] { ReleaseSubject.Main.Folder, CargoWorkspace.RootFolder }
        .Select(x => Path.Combine(x, "CHANGELOG.md"))
        .FirstOrDefault(File.Exists) ?? Path.Combine(ReleaseSubject.Main.Folder, "CHANGELOG.md");

    /// <summary>What the tag is about.</summary>
    /// <exception cref="SlipwayException">The tag is none, or not that of the version.</exception>
    sealed ReleaseSubject ReleaseSubject => PipelineState.Of(this).Subject ??= ReleaseSubject.Find(CargoWorkspace, FindTag());

    /// <summary>Whether this run is of a tag, on GitHub.</summary>
    internal sealed bool IsTagRun => Host is GitHubActions { Ref: { } name } && name.StartsWith("refs/tags/", StringComparison.Ordinal);

    private string? FindTag() => Tag.Length > 0 ? Tag
        : IsTagRun ? ((GitHubActions)Host).Ref["refs/tags/".Length..]
        : null;
}
