using Slipway.Workflows.Local.Reading;

namespace Slipway.Tests.Workflows.Local;

public class WorkflowReaderTests
{
    private const string Minimal =
        """
        on: push
        jobs:
          a:
            runs-on: ubuntu-24.04
            steps:
              - run: echo
        """;

    [Fact]
    public void A_workflow_is_called_after_its_file_unless_it_says_otherwise()
    {
        Read(Minimal).Name.ShouldBe("ci");
        Read("name: Build it\n" + Minimal).Name.ShouldBe("Build it");
    }

    [Theory]
    [InlineData("on: push", new[] { "push" })]
    [InlineData("on: [push, pull_request]", new[] { "push", "pull_request" })]
    [InlineData("on:\n  schedule: [{ cron: '0 0 * * *' }]\n  push:", new[] { "schedule", "push" })]
    public void Triggers_are_a_name_a_list_or_a_mapping(string on, string[] triggers) =>
        Read(Minimal.Replace("on: push", on, StringComparison.Ordinal)).Triggers.ShouldBe(triggers);

    [Fact]
    public void Secrets_and_variables_are_found_wherever_they_are_asked_for()
    {
        var workflow = Read(
            """
            on: push
            env: { A: "${{ secrets.ONE }}" }
            jobs:
              a:
                runs-on: "${{ vars.RUNNER || 'ubuntu-24.04' }}"
                steps:
                  - run: echo
                    env: { B: "${{ secrets['two'] }}", C: "${{ github.token }}" }
                    if: vars.GO
            """);

        workflow.Secrets.ShouldBe(["GITHUB_TOKEN", "ONE", "two"]);
        workflow.Variables.ShouldBe(["GO", "RUNNER"]);
    }

    [Fact]
    public void A_step_takes_its_shell_from_the_job_and_then_from_the_workflow()
    {
        var job = Read(
            """
            on: push
            defaults: { run: { shell: bash, working-directory: w } }
            jobs:
              a:
                runs-on: x
                defaults: { run: { shell: sh } }
                steps:
                  - run: echo
                  - run: echo
                    shell: python
            """).Jobs.Single();

        job.Steps.Select(step => step.Settings.Shell!.Source).ShouldBe(["sh", "python"]);
        job.Steps[0].Settings.WorkingDirectory!.Source.ShouldBe("w");
    }

    [Theory]
    [InlineData("on: push\njobs: [", 3, "This is not YAML")]
    [InlineData("", null, "The workflow file is empty, or has several documents.")]
    [InlineData("jobs: {}", 1, "The workflow has no `on`: nothing would start it.")]
    [InlineData("on: push", 1, "The workflow has no `jobs`.")]
    [InlineData("on: push\njob: {}", 2, "`job` is not a key of a workflow.")]
    [InlineData("on: push\njobs:\n  a:\n    steps: [{ run: x }]", 3, "The job a has no `runs-on`.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x", 3, "The job a has no `steps`.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps: []", 5, "`steps` of the job a must be a list with at least one step.")]
    [InlineData("on: push\njobs:\n  a b:\n    runs-on: x\n    steps: [{ run: x }]", 3, "`a b` cannot name a job.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    need: b\n    steps: [{ run: x }]", 5, "`need` is not a key of the job a.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    needs: b\n    steps: [{ run: x }]", 3, "The job a needs b, which is not a job of this workflow.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    needs: a\n    steps: [{ run: x }]", 3, "Jobs need each other: a -> a.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - name: n", 6, "A step must have `run` or `uses`, and not both.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        with: [a]", 7, "`with` must be a mapping of names to single values.")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        if: github.ref = 1", 7, "`=` at character 12")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ nothing.here }}", 6, "There is no context nothing")]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ id: s, run: x }, { id: S, run: x }]", 5, "Two steps of the job a have the id s.")]
    [InlineData("on: { workflow_dispatch: { inputs: { a: { type: text } } } }\njobs: {}", 1, "The input a has the type text.")]
    [InlineData("on: push\non: push\njobs: {}", 2, "This is not YAML")]
    public void What_is_wrong_is_said_with_file_and_line(string text, int? line, string message)
    {
        var error = Should.Throw<SlipwayException>(() => Read(text));

        error.Message.ShouldStartWith(message);
        error.Kind.ShouldBe(ErrorKind.Configuration);
        (error.Location!.File, error.Location.Line).ShouldBe(("ci.yml", line));
    }

    [Fact]
    public void A_long_circle_of_needs_is_shown_whole()
    {
        const string Text =
            """
            on: push
            jobs:
              z: { runs-on: x, needs: a, steps: [{ run: x }] }
              a: { runs-on: x, needs: [b], steps: [{ run: x }] }
              b: { runs-on: x, needs: [c], steps: [{ run: x }] }
              c: { runs-on: x, needs: [a], steps: [{ run: x }] }
            """;

        Should.Throw<SlipwayException>(() => Read(Text)).Message.ShouldBe("Jobs need each other: a -> b -> c -> a.");
    }

    [Fact]
    public void Aliases_that_multiply_and_depths_without_end_are_refused()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 6).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i - 1)}", 10))}]\n"));

        Should.Throw<SlipwayException>(() => Read(bomb)).Message.ShouldContain("with its aliases it has more than 100000 values");
        Should.Throw<SlipwayException>(() => Read(new string('[', 1000))).Message.ShouldContain("nested more than 100 deep");
    }

    private static WorkflowFile Read(string text) => WorkflowFile.Parse(text, "ci.yml");
}
