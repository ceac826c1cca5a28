using Slipway.Workflows.Local;
using Slipway.Workflows.Local.Running;

namespace Slipway.Tests.Workflows.Local;

public class ArtifactTests
{
    private const string Upload = "- uses: actions/upload-artifact@v7\n  with: ";

    public ArtifactTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the steps are written for bash");

    [Theory]
    [InlineData("out/a.txt", new[] { "a.txt" })]
    [InlineData("out", new[] { "a.txt", "b.json", "deep/c.txt" })]
    [InlineData("out/", new[] { "a.txt", "b.json", "deep/c.txt" })]
    [InlineData("out/*.json", new[] { "b.json" })]
    [InlineData("out/**/*.txt", new[] { "a.txt", "deep/c.txt" })]
    [InlineData("out/[ab].*", new[] { "a.txt", "b.json" })]
    [InlineData("out/?.txt", new[] { "a.txt" })]
    [InlineData("out\n!out/**/*.txt", new[] { "b.json" })]
    [InlineData("out\n!out/deep", new[] { "a.txt", "b.json" })]
    [InlineData("out/a.txt\nother/d.txt", new[] { "other/d.txt", "out/a.txt" })]
    [InlineData("out/deep/c.txt\nout/a.txt", new[] { "a.txt", "deep/c.txt" })]
    [InlineData("out/deep\nout", new[] { "a.txt", "b.json", "deep/c.txt" })]
    [InlineData("*/d.txt", new[] { "other/d.txt" })]
    [InlineData("./other/../out/b.json", new[] { "b.json" })]
    public async Task An_artifact_holds_what_GitHub_would_put_there(string path, string[] files)
    {
        using var project = WorkflowProject.OfSteps(
            $"""
            - run: mkdir -p out/deep other out/.hidden && touch out/a.txt out/b.json out/deep/c.txt other/d.txt out/.secret out/.hidden/x.txt
            - uses: actions/upload-artifact@v7
              with:
                name: n
                path: "{path.Replace("\n", "\\n", StringComparison.Ordinal)}"
            """);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        Files(project.InWorkspace(".artifacts", "n")).ShouldBe(files);
    }

    [Fact]
    public async Task Hidden_files_are_only_taken_when_asked_for()
    {
        using var project = WorkflowProject.OfSteps($"- run: mkdir out && touch out/.x\n{Upload}{{ name: without, path: out }}\n{Upload}{{ name: with, path: out, include-hidden-files: true }}");

        await project.RunAsync();

        project.Notes.ShouldBe(["Nothing is uploaded: no file matches out.", "Artifact with: 1 file"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("if-no-files-found: warn, ", true)]
    [InlineData("if-no-files-found: ignore, ", true)]
    [InlineData("if-no-files-found: error, ", false)]
    [InlineData("if-no-files-found: other, ", false)]
    public async Task No_files_are_an_error_when_the_step_says_so(string option, bool succeeds)
    {
        using var project = WorkflowProject.OfSteps($"{Upload}{{ {option}path: none/* }}");

        (await project.RunAsync()).Succeeded.ShouldBe(succeeds);
    }

    [Fact]
    public async Task A_name_can_be_used_once_in_a_run()
    {
        using var project = WorkflowProject.OfSteps($"- run: touch x\n{Upload}{{ name: n, path: x, overwrite: false }}\n{Upload}{{ name: n, path: x }}");

        var report = await project.RunAsync();

        report.Legs.Single().Steps[2].Reason.ShouldBe("There is an artifact n already.\nGive each its own name, or say `overwrite: true`.");
        // A job that is run again replaces what it left before.
        (await project.RunAsync("ci/a")).Legs.Single().Steps[1].Outcome.ShouldBe(RunResult.Success);
    }

    [Theory]
    [InlineData("{ name: one }", new[] { "x" })]
    [InlineData("{ name: one, path: in }", new[] { "in/x" })]
    [InlineData("{ path: in }", new[] { "in/one/x", "in/other/z", "in/two/y" })]
    [InlineData("{ pattern: 'o*', path: in }", new[] { "in/one/x", "in/other/z" })]
    [InlineData("{ pattern: 'o*', path: in, merge-multiple: true }", new[] { "in/x", "in/z" })]
    [InlineData("{ pattern: 'q*' }", new string[0])]
    public async Task Artifacts_reach_later_jobs(string with, string[] files)
    {
        using var project = new WorkflowProject(
            $$"""
            jobs:
              give:
                runs-on: ubuntu-24.04
                steps:
                  - run: echo '#!/bin/sh' > x && chmod +x x && touch y z
                  - { uses: actions/upload-artifact@v7, with: { name: one, path: x } }
                  - { uses: actions/upload-artifact@v7, with: { name: two, path: y } }
                  - { uses: actions/upload-artifact@v7, with: { name: other, path: z } }
              take:
                needs: give
                runs-on: ubuntu-24.04
                # GitHub's archives keep no permissions.
                steps: [{ uses: actions/download-artifact@v8, with: {{with}} }, { run: 'test -z "$(find . -type f -perm -100)"' }]
            """);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        Files(project.InWorkspace("take")).ShouldBe(files);
    }

    [Fact]
    public async Task A_missing_artifact_fails_and_is_not_taken_from_an_earlier_run()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              give: { runs-on: "${{ inputs.runner }}", steps: [{ run: touch x }, { uses: actions/upload-artifact@v7, with: { name: n, path: x } }] }
              take: { needs: give, runs-on: ubuntu-24.04, steps: [{ uses: actions/download-artifact@v8, with: { name: n } }] }
            """,
            "{ workflow_dispatch: { inputs: { runner: { default: ubuntu-24.04 } } } }");

        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        (await project.RunAsync("ci/take")).Succeeded.ShouldBeTrue();
        project.Options = project.Options with { Inputs = project.Options.Inputs.Add("runner", "macos-15") };
        var report = await project.RunAsync();

        report.Jobs.Select(job => job.Result).ShouldBe([RunResult.NotRunHere, RunResult.Failure]);
        report.Jobs[1].Reason.ShouldBe("Run actions/download-artifact@v8: there is no artifact n");
    }

    [Fact]
    public void A_pattern_without_a_folder_begins_in_the_workspace()
    {
        var glob = new FileGlob("/some/folder", ["*.json", "# a comment", ""]);

        glob.Starts.ShouldBe(["/some/folder"]);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Order(StringComparer.Ordinal);
}
