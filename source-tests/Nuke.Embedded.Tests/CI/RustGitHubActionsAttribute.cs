using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.CI;

/// <summary>What build classes in the wild derive.</summary>
internal sealed class RustGitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images)
    : GitHubActionsAttribute(name, image, images)
{
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "##");

    protected override GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var job = base.GetJobs(image, relevantTargets);
        var steps = new List<GitHubActionsStep>(job.Steps);
        steps.Insert(1, new ToolchainStep { Toolchain = "1.95" });
        job.Steps = [.. steps];
        return job;
    }

    protected override IEnumerable<(string Key, string Value)> GetImports()
        => [.. base.GetImports(), ("CARGO_TERM_COLOR", "always")];

    private sealed class ToolchainStep : GitHubActionsStep
    {
        public required string Toolchain { get; init; }

        public override void Write(CustomFileWriter writer)
        {
            writer.WriteLine($"- name: 'Toolchain: {Toolchain}'");
            using (writer.Indent())
                writer.WriteLine($"run: rustup toolchain install {Toolchain}");
        }
    }
}
