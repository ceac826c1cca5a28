using Nuke.Common;
using Nuke.Common.ChangeLog;

namespace Nuke.Components;

/// <summary>Has a change log.</summary>
public interface IHazChangelog : INukeBuild
{
    string ChangelogFile => RootDirectory / "CHANGELOG.md";

    string NuGetReleaseNotes => ChangelogTasks.GetNuGetReleaseNotes(ChangelogFile, (this as IHazGitRepository)?.GitRepository);
}
