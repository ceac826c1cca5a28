using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components;
using Slipway.Processes;
using Slipway.Workflows;

// What keeps this repository's own files in order, and Slipway's own tests.
partial class Build : IGenerateWorkflows, IVerifyWorkflows, ISyncPins, IListWorkflows, IRunWorkflow
{
    AbsolutePath IHazWorkflows.WorkflowGraphs => RootDirectory / "docs" / "workflow-graphs.md";

    [Job("slipway", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target SelfTest => _ => _
        .Description("Runs Slipway's own tests")
        .DependsOn<IVerifyWorkflows>()
        .DependsOn<IToolchain>()
        .Executes(async () =>
        {
            var result = await new ToolCommand("dotnet")
                .WithArguments("test")
                .WithWorkingDirectory(RootDirectory)
                .ExecuteAsync(line => Serilog.Log.Information("{Line:l}", line.Text));
            Assert.True(result.Succeeded, $"{result.Command} ended with exit code {result.ExitCode}: what failed is above");
        });
}
