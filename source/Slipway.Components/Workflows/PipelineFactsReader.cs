using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>A build → what its workflows have in common.</summary>
internal static class PipelineFactsReader
{
    private static readonly string[] ToolchainFiles = ["rust-toolchain.toml", "rust-toolchain"];

    public static PipelineFacts Read(INukeBuild build)
    {
        var root = build.RootDirectory;
        var workspace = (build as IHazCargoWorkspace)?.Workspace ?? root;
        var relative = root.GetUnixRelativePathTo(workspace).ToString();
        if (relative.Split('/').Contains(".."))
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The workspace {workspace} is outside the repository, where a workflow does not find it.",
                "Generate workflows without --workspace; \"Workspace\" in .nuke/parameters.json names the one that belongs to the repository.");
        }

        var workflows = build as IHazWorkflows;
        return new PipelineFacts(workflows?.CurrentPins ?? ActionPins.Default)
        {
            Workspace = relative is "." ? "" : relative,
            HasGlobalJson = (root / "global.json").FileExists(),
            HasToolchainFile = HasToolchainFile(root, workspace),
            DefaultBranch = workflows?.DefaultBranch ?? "main",
        };
    }

    // rustup looks in the folder and in those above it.
    private static bool HasToolchainFile(AbsolutePath root, AbsolutePath workspace)
    {
        for (var folder = workspace; folder != null && folder != root.Parent; folder = folder.Parent)
        {
            if (ToolchainFiles.Any(name => (folder / name).FileExists()))
                return true;
        }

        return false;
    }
}
