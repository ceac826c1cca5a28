using Slipway.Workflows.Local;

namespace Slipway.Tests.Workflows.Local;

public class StepTests
{
    public StepTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the steps are written for bash");

    [Fact]
    public async Task Variables_of_workflow_job_and_step_are_seen_and_the_nearest_wins()
    {
        using var project = new WorkflowProject(
            """
            env: { A: workflow, B: workflow, C: workflow }
            jobs:
              a:
                runs-on: ubuntu-24.04
                env: { B: job, C: job, D: "${{ env.A }}+" }
                steps:
                  - run: echo "$A $B $C $D ${{ env.C }}"
                    env: { C: step }
                  - run: echo "$C $CI $GITHUB_ACTIONS"
            """);

        await project.RunAsync();

        project.Output.ShouldBe(["workflow job step workflow+ step", "job true true"]);
    }

    [Fact]
    public async Task Outputs_variables_and_paths_reach_the_steps_after()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - id: one
              run: |
                mkdir tools && printf '#!/bin/sh\necho from the tool\n' > tools/tool && chmod +x tools/tool
                echo "$PWD/tools" >> "$GITHUB_PATH"
                echo "GREETING=hello = you" >> "$GITHUB_ENV"
                echo "GITHUB_SHA=no" >> "$GITHUB_ENV"
                { echo 'lines<<EOF'; echo 'a=1'; echo 'b'; echo 'EOF'; echo 'plain=x<<y'; } >> "$GITHUB_OUTPUT"
                echo "::set-output name=old::way"
            - run: |
                tool
                echo "$GREETING ${#GITHUB_SHA}"
                echo "$LINES_ $PLAIN ${{ steps.one.outputs.old }} ${{ steps.one.outcome }}"
              env:
                LINES_: ${{ steps.one.outputs.lines }}
                PLAIN: ${{ steps.one.outputs.plain }}
            """);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        project.Output.Skip(1).ShouldBe(["from the tool", "hello = you 40", "a=1", "b x<<y way success"]);
    }

    [Fact]
    public async Task What_a_step_writes_to_its_files_must_be_readable()
    {
        using var project = WorkflowProject.OfSteps("- run: echo nothing >> $GITHUB_ENV");

        var report = await project.RunAsync();

        report.Legs.Single().Reason.ShouldBe(
            "Run echo nothing >> $GITHUB_ENV: What the step wrote to GITHUB_ENV cannot be read: 'nothing' is not NAME=VALUE.");
    }

    [Fact]
    public async Task After_a_failure_only_those_run_that_ask_for_it()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - run: exit 3
            - run: echo not this
            - run: echo nor this
              if: success()
            - run: echo failure
              if: failure()
            - run: echo always ${{ job.status }}
              if: always()
            - run: echo not cancelled
              if: ${{ !cancelled() }}
            - run: echo nor that
              if: always() && github.ref == 'refs/heads/other'
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["failure", "always failure", "not cancelled"]);
        report.Succeeded.ShouldBeFalse();
        report.Legs.Single().Steps.Select(step => step.Outcome).ShouldBe(
        [
            RunResult.Failure, RunResult.Skipped, RunResult.Skipped, RunResult.Success, RunResult.Success, RunResult.Success, RunResult.Skipped,
        ]);
        report.Legs.Single().Reason.ShouldBe("Run exit 3: ended with exit code 3");
    }

    [Fact]
    public async Task A_failure_that_a_step_allows_stops_nothing()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - id: bad
              run: exit 1
              continue-on-error: true
            - run: echo ${{ steps.bad.outcome }} ${{ steps.bad.conclusion }}
            """);

        var report = await project.RunAsync();

        report.Succeeded.ShouldBeTrue();
        project.Output.ShouldBe(["failure success"]);
        var step = report.Legs.Single().Steps[0];
        (step.Outcome, step.Conclusion).ShouldBe((RunResult.Failure, RunResult.Success));
    }

    [Theory]
    [InlineData("", "false | true; echo went on", true)]
    [InlineData("bash", "false | true; echo went on", false)]
    [InlineData("bash", "false; echo went on", false)]
    [InlineData("", "false; echo went on", false)]
    [InlineData("sh", "false; echo went on", false)]
    [InlineData("python", "print('went on')", true)]
    [InlineData("bash {0} --", "false; echo went on", true)]
    public async Task Each_shell_is_run_as_GitHub_runs_it(string shell, string script, bool goesOn)
    {
        using var project = WorkflowProject.OfSteps($"- run: {script}\n  shell: '{shell}'");

        (await project.RunAsync()).Succeeded.ShouldBe(goesOn);
        project.Output.ShouldBe(goesOn ? ["went on"] : []);
    }

    [Fact]
    public async Task A_shell_that_is_not_known_fails_with_a_sentence()
    {
        using var project = WorkflowProject.OfSteps("- run: x\n  shell: fish");

        (await project.RunAsync()).Legs.Single().Reason!.ShouldContain("The shell fish is not known here.");
    }

    [Fact]
    public async Task Nothing_of_the_desk_leaks_in_that_is_not_needed()
    {
        using var project = WorkflowProject.OfSteps("- run: env");
        project.Desk = project.Desk.SetItem("NUKE_ROOT", "/n").SetItem("MY_TOKEN", "t0ken").SetItem("DOTNET_API_KEY", "k3y").SetItem("DOTNET_X", "yes").SetItem("GIT_DIR", "/g");

        await project.RunAsync();

        var names = project.Output.Select(line => line.Split('=')[0]).ToList();
        names.ShouldContain("PATH");
        names.ShouldContain("DOTNET_X");
        string[] known = ["CI", "PWD", "OLDPWD", "SHLVL", "_", "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP"];
        string[] families =
        [
            "GITHUB_", "RUNNER_", "DOTNET_", "NUGET_", "LC_", "CARGO_H", "CARGO_NET_", "CARGO_SOURCE_", "RUSTUP_", "SSL_CERT_", "SLIPWAY_PROCESS_",
            "HTTP", "http", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy", "CURL_CA", "REQUESTS_CA", "NODE_EXTRA", "GIT_SSL_CAINFO", "LD_LIB", "PKG_CONFIG_PATH",
        ];
        names.ShouldAllBe(name => known.Contains(name) || families.Any(family => name.StartsWith(family, StringComparison.Ordinal)));
        names.ShouldNotContain("DOTNET_API_KEY");
    }

    [Fact]
    public async Task GitHub_s_variables_are_there_and_the_event_is_a_file()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - run: |
                echo "$GITHUB_EVENT_NAME $GITHUB_REF $GITHUB_REF_NAME $GITHUB_REF_TYPE $GITHUB_JOB $GITHUB_WORKFLOW"
                echo "$RUNNER_OS $RUNNER_ARCH ${{ runner.os }}"
                test "$PWD" = "$GITHUB_WORKSPACE" && test -d "$RUNNER_TEMP" && test "$GITHUB_SHA" = "${{ github.sha }}"
                test "$GITHUB_SHA" = "${{ github.event.after }}"
                [[ $GITHUB_REPOSITORY == local/* ]]
                grep -c '"after": "'"$GITHUB_SHA" "$GITHUB_EVENT_PATH"
            """);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        project.Output.ShouldBe(["push refs/heads/main main branch a ci", "Linux X64 Linux", "1"]);
    }

    [Fact]
    public async Task Secrets_are_masked_in_all_that_is_shown_and_those_missing_are_named()
    {
        using var project = new WorkflowProject(
            """
            jobs:
              a:
                runs-on: ubuntu-24.04
                outputs: { leak: "${{ steps.s.outputs.leak }}", fine: "${{ steps.s.outputs.fine }}" }
                steps:
                  - id: s
                    name: Use ${{ secrets.KEY }}
                    env: { KEY: "${{ secrets.KEY }}", NONE: "[${{ secrets.ABSENT }}]" }
                    run: |
                      echo "key $KEY none $NONE"
                      echo "$KEY" >> "$GITHUB_STEP_SUMMARY"
                      echo "leak=$KEY" >> "$GITHUB_OUTPUT"; echo "fine=x" >> "$GITHUB_OUTPUT"
                  - run: |
                      echo "::add-mask::hidden"
                      echo "::warning::it is hidden"
                      echo "::stop-commands::tok"
                      echo "::add-mask::plain"
                      echo "::tok::"
                      echo "plain hidden"
                  - run: echo ${{ secrets.KEY }} >&2; exit 1
              b:
                needs: a
                if: always()
                runs-on: ubuntu-24.04
                steps: [{ run: "echo '<${{ needs.a.outputs.leak }}${{ needs.a.outputs.fine }}>'" }]
            """);
        project.Desk = project.Desk.SetItem("KEY", "s3cr3t");

        var report = await project.RunAsync();

        project.Output.ShouldBe(["key *** none []", "::add-mask::***", "::warning::it is ***", "::stop-commands::tok", "::add-mask::plain", "::tok::", "plain ***", "***", "<x>"]);
        project.AllText.ShouldAllBe(line => !line.Contains("s3cr3t", StringComparison.Ordinal));
        report.ToString().ShouldNotContain("s3cr3t");
        report.Legs.First().Steps[0].Name.ShouldBe("Use ***");
        report.MissingSecrets.ShouldBe(["ABSENT"]);
        File.ReadAllText(project.InWorkspace(".summaries", "a.md")).ShouldBe("***\n");
        Directory.EnumerateFiles(project.Options.WorkingFolder, "*", SearchOption.AllDirectories)
            .ShouldAllBe(file => !File.ReadAllText(file).Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_on_a_desk_has_no_token_for_GitHub_whatever_the_desk_has()
    {
        using var project = WorkflowProject.OfSteps("- run: echo \"[$A$B$GITHUB_TOKEN]\"\n  env: { A: \"${{ github.token }}\", B: \"${{ secrets.GITHUB_TOKEN }}\" }");
        project.Desk = project.Desk.SetItem("GITHUB_TOKEN", "ghp_of_the_desk");

        (await project.RunAsync()).MissingSecrets.ShouldBeEmpty();

        project.Output.ShouldBe(["[]"]);
    }

    [Fact]
    public async Task A_condition_sees_no_secrets_as_on_GitHub()
    {
        using var project = WorkflowProject.OfSteps("- run: echo\n  if: secrets.KEY != ''");

        (await project.RunAsync()).Legs.Single().Steps.Single().Reason!.ShouldEndWith("The context secrets cannot be used here.");
    }

    [Fact]
    public async Task Hashes_cover_the_files_that_match()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - run: mkdir x && echo 1 > x/Cargo.lock
            - run: echo "${{ hashFiles('**/Cargo.lock') }}"
            - run: echo "[${{ hashFiles('none') }}]"
            """);

        await project.RunAsync();

        project.Output[0].Length.ShouldBe(64);
        project.Output[1].ShouldBe("[]");
    }

    [Fact]
    public async Task An_action_that_needs_GitHub_is_skipped_and_never_a_success()
    {
        using var project = WorkflowProject.OfSteps(
            """
            - id: x
              uses: codecov/codecov-action@671740ac38dd9b0130fbe1cec585b89eea48d3de
            - run: echo "${{ steps.x.outcome }} ${{ steps.x.conclusion }} [${{ steps.x.outputs.y }}]"
            """);

        var report = await project.RunAsync();

        project.Output.ShouldBe(["skipped skipped []"]);
        report.Legs.Single().Steps[0].Reason.ShouldBe("not performed here: codecov/codecov-action needs GitHub");
        report.Legs.Single().Reason.ShouldBe("1 step not performed here");
    }

    [Fact]
    public async Task Installing_a_toolchain_that_is_there_changes_nothing()
    {
        using var project = WorkflowProject.OfSteps("- run: rustup toolchain install stable --profile minimal --component clippy,rustfmt --no-self-update");
        project.WithProgram("bin/rustup", "#!/bin/sh\n[ \"$*\" = 'toolchain list' ] && echo 'stable-x86_64-unknown-linux-gnu (default)' || exit 9\n");
        project.Desk = project.Desk.SetItem("PATH", $"{project.Folder}/bin:/usr/bin:/bin");

        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.Notes.ShouldBe(["Not performed: the toolchain stable-x86_64-unknown-linux-gnu is there already."]);
    }

    [Theory]
    [InlineData("\"$RUST_TARGET\"", "arm", true)]
    [InlineData("\"$RUST_TARGET\"", "mips", false)]
    [InlineData("arm", "", true)]
    [InlineData("arm,mips", "", false)]
    public async Task A_toolchain_is_there_only_with_the_targets_it_is_wanted_for(string target, string variable, bool there)
    {
        using var project = WorkflowProject.OfSteps($"- run: rustup toolchain install stable --no-self-update --target {target}\n  env:\n    RUST_TARGET: {variable}");
        project.WithProgram("bin/rustup", """
            #!/bin/sh
            case "$*" in
            'toolchain list') echo stable-x;;
            'target list --installed --toolchain stable-x') printf 'arm\nx86\n';;
            *) exit 9;;
            esac
            """.ReplaceLineEndings("\n") + "\n");
        project.Desk = project.Desk.SetItem("PATH", $"{project.Folder}/bin:/usr/bin:/bin");

        (await project.RunAsync()).Succeeded.ShouldBe(there);
    }

    [Theory]
    [InlineData("rustup toolchain install nightly --profile minimal")]
    [InlineData("rustup toolchain install stable && false")]
    [InlineData("rustup toolchain install stable\nfalse")]
    public async Task Any_other_command_is_performed_as_it_stands(string command)
    {
        using var project = WorkflowProject.OfSteps($"- run: |\n    {command.Replace("\n", "\n    ", StringComparison.Ordinal)}");
        project.WithProgram("bin/rustup", "#!/bin/sh\n[ \"$*\" = 'toolchain list' ] && echo stable-x && exit\necho \"$*\"\ntest \"$3\" = stable\n");
        project.Desk = project.Desk.SetItem("PATH", $"{project.Folder}/bin:/usr/bin:/bin");

        (await project.RunAsync()).Succeeded.ShouldBeFalse();
        project.Output.Single().ShouldStartWith("toolchain install");
    }
}
