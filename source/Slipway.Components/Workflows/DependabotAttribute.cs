using Nuke.Common.Execution;
using Nuke.Common.IO;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>
/// Updates by Dependabot, once a week: of crates, of the packages of the build class, and of the actions in the
/// workflows, minor and patch releases in one pull request each.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DependabotAttribute() : GeneratedFileAttribute("dependabot")
{
    /// <summary>How many pull requests for crates may be open; 0 leaves them out.</summary>
    public int Cargo { get; set; } = 10;

    /// <summary>How many pull requests for NuGet packages may be open; 0 leaves them out.</summary>
    public int NuGet { get; set; } = 10;

    /// <summary>How many pull requests for actions may be open; 0 leaves them out.</summary>
    public int GitHubActions { get; set; } = 5;

    /// <summary>In days: how old a release must be.</summary>
    public int Cooldown { get; set; } = Dependabot.ShortestCooldown;

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / Dependabot.Path;

    private protected override IEnumerable<string> TargetNames => [];

    internal override string Render(IReadOnlyCollection<ExecutableTarget> targets)
    {
        DependabotUpdate[] updates =
        [
            new("cargo", "/" + PipelineFactsReader.Read(Build).Workspace, Cargo),
            new("github-actions", "/", GitHubActions),
            new("nuget", "/", NuGet),
        ];
        return new Dependabot([.. updates.Where(update => update.Limit != 0)], Cooldown).Render();
    }
}
