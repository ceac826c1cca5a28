using Slipway.Workflows;
using static Slipway.Tests.Workflows.Planned;

namespace Slipway.Tests.Workflows;

public class ListingTests
{
    private static readonly Workflow Release = Workflow(
        OnTag("Publishing"),
        Job("Package") with { RunsOn = [new(Runner.Ubuntu2404), new(Runner.MacOs15)] },
        Job("Publish", "Package") with { Secrets = ["ApiKey"], Uses = [Capability.GitHubRelease], Job = new JobDeclaration(Environment: "release") },
        Job("Report") with { IsAssured = true, After = ["Publish"] },
        Target("Publishing", "Publish", "Report") with { HasActions = false });

    [Fact]
    public void The_table_shows_jobs_and_what_they_may_do() => WorkflowTable.Write([Release]).ShouldBe(
        """
        workflow  job      runs on                needs    permissions     secrets  environment
        release   package  ubuntu-24.04 macos-15           contents:read
        release   publish  ubuntu-24.04           package  contents:write  API_KEY  release
        release   report   ubuntu-24.04           publish  contents:read

        """);

    [Fact]
    public void The_graph_shows_needs_and_environments() => WorkflowMermaid.Write(Release).ShouldBe(
        """
        ```mermaid
        flowchart LR
          package["package × 2"]
          publish{{"publish<br>environment release"}}
          report["report"]
          package --> publish
          publish -.-> report
        ```

        """);
}
