using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;
using Nuke.Components;
using Serilog;
using static Nuke.Common.EnvironmentInfo;
using static Nuke.Common.IO.PathConstruction;

namespace BuildPrograms;

// The kind of build class that NUKE's documentation shows.
[GitHubActions(
    "continuous",
    GitHubActionsImage.UbuntuLatest,
    GitHubActionsImage.WindowsLatest,
    OnPushBranches = new[] { "main", "release/*" },
    InvokedTargets = new[] { nameof(Compile), nameof(Pack) },
    ImportSecrets = new[] { nameof(NuGetApiKey) },
    AutoGenerate = false)]
[ShutdownDotNetAfterServerBuild]
class DocumentedBuild : NukeBuild, IHazArtifacts, IHazReports
{
    public static int Start() => Execute<DocumentedBuild>(x => x.Compile);

    [Parameter("Configuration to build - Default is 'Debug' (local) or 'Release' (server)")]
    readonly Configuration Configuration = IsLocalBuild ? Configuration.Debug : Configuration.Release;

    [Parameter("Key for the package registry")]
    [Secret]
    readonly string NuGetApiKey;

    [CI] readonly GitHubActions GitHubActions;

    [PathVariable("git")] readonly Tool Git;

    [GitRepository][Optional] readonly GitRepository Repository;

    AbsolutePath SourceDirectory => RootDirectory / "source";
    AbsolutePath OutputDirectory => ((IHazArtifacts)this).ArtifactsDirectory / "output";

    Target Clean => _ => _
        .Before(Restore)
        .Executes(() =>
        {
            SourceDirectory.GlobDirectories("**/bin", "**/obj").ForEach(x => x.DeleteDirectory());
            OutputDirectory.CreateOrCleanDirectory();
        });

    Target Restore => _ => _
        .Executes(() => Git($"--version"));

    Target Compile => _ => _
        .DependsOn(Restore)
        .Executes(() =>
        {
            Log.Information("Building {Configuration} in {Directory}", (string)Configuration, SourceDirectory);
            Assert.True(WorkingDirectory != null);
            Assert.NotNull(GetRelativePath(RootDirectory, SourceDirectory));
            ReportSummary(_ => _
                .AddPair("Projects", "2")
                .AddPairWhenValueNotNull("Server", GitHubActions?.Workflow)
                .AddPairWhenValueNotNull("Branch", Repository?.Branch));
        });

    Target Pack => _ => _
        .DependsOn(Compile)
        .Produces(OutputDirectory / "*.zip")
        .Executes(() =>
        {
            (OutputDirectory / "content" / "hello.txt").WriteAllText("hello");
            (OutputDirectory / "content").ZipTo(OutputDirectory / "content.zip");
        });

    Target Publish => _ => _
        .DependsOn(Clean, Pack)
        .OnlyWhenStatic(() => IsServerBuild || Configuration == Configuration.Release)
        .Requires(() => NuGetApiKey)
        .Requires(() => Configuration.Equals(Configuration.Release))
        .Executes(() => OutputDirectory.GlobFiles("*.zip").ForEach(x => Log.Information("Publishing {File}", x.Name)));
}
