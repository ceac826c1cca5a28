namespace Nuke.Embedded.Tests.Execution;

public class DocumentedBuildTests
{
    [Fact]
    public async Task A_build_class_as_the_documentation_shows_it_behaves_as_documented()
    {
        using var build = new BuildProgram("DocumentedBuild");
        var run = (await build.RunAsync("pack")).ShouldSucceed();
        run.Output.ShouldContain("Building Debug in");
        run.SummaryOf("Compile").ShouldContain("Projects: 2");
        build.Has("artifacts/output/content.zip").ShouldBeTrue();
    }

    [Fact]
    public async Task Its_condition_and_its_requirements_hold()
    {
        using var build = new BuildProgram("DocumentedBuild");
        (await build.RunAsync("publish")).ShouldSucceed().SummaryOf("Publish").ShouldContain("only when IsServerBuild || Configuration == Configuration.Release");
        (await build.RunAsync("publish", "--configuration", "release")).ShouldFailWith(2).Error
            .ShouldBe("error: Target 'Publish' requires the secret 'NuGetApiKey': set the environment variable NUGET_API_KEY.\n");
        build.WithVariable("NUGET_API_KEY", "k");
        (await build.RunAsync("publish", "--configuration", "release")).ShouldSucceed().Output.ShouldContain("Publishing content.zip");
    }

    [Fact]
    public async Task Its_workflow_is_generated_on_demand()
    {
        using var build = new BuildProgram("DocumentedBuild").WithFile("build.cmd", "");
        (await build.RunAsync("--generate-configuration", "GitHubActions_continuous", "--host", "GitHubActions")).ShouldSucceed();
        var workflow = build.Read(".github/workflows/continuous.yml");
        workflow.ShouldContain("windows-latest:");
        workflow.ShouldContain("run: ./build.cmd Compile Pack");
        workflow.ShouldContain("NuGetApiKey: ${{ secrets.NUGET_API_KEY }}");
    }
}
