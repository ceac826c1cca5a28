using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Components;
using Serilog;

namespace BuildPrograms;

/// <summary>The components that come with NUKE and need no .NET project.</summary>
class StandardComponentsBuild : NukeBuild, IHazArtifacts, IHazReports, IHazChangelog, IHazConfiguration, IHazGitRepository
{
    public static int Start() => Execute<StandardComponentsBuild>(x => x.Show);

    [GitRepository] readonly GitRepository Repository;

    [PathVariable] readonly Tool Git;

    T From<T>() where T : INukeBuild => (T)(object)this;

    Target Show => _ => _
        .Requires(() => Git)
        .Executes(() =>
        {
            Log.Information("artifacts {Path:l}", (string)RootDirectory.GetRelativePathTo(From<IHazArtifacts>().ArtifactsDirectory));
            Log.Information("reports {Path:l}", (string)RootDirectory.GetRelativePathTo(From<IHazReports>().ReportDirectory));
            Log.Information("changelog {Path:l}", (string)RootDirectory.GetRelativePathTo(From<IHazChangelog>().ChangelogFile));
            Log.Information("notes {Notes:l}", From<IHazChangelog>().NuGetReleaseNotes);
            Log.Information("configuration {Configuration:l}", (string)From<IHazConfiguration>().Configuration);
            Log.Information("repository {Repository:l} on {Branch:l}", From<IHazGitRepository>().GitRepository.ToString(), Repository.Branch);
            Log.Information("{Output:l}", Git($"config --get {"remote.origin.url"}", logOutput: false, logInvocation: false).StdToText());
        });
}
