namespace Nuke.Embedded.Tests.Execution;

public class TargetTests
{
    [Fact]
    public async Task The_default_target_runs_after_what_it_needs()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("--parallel", "1")).ShouldSucceed();
        run.Messages.ShouldBe(["restoring", "reading rules", "linting", "compiling"]);
        run.SummaryOf("Compile").ShouldContain("Succeeded");
    }

    [Fact]
    public async Task An_order_counts_only_when_both_targets_run()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("restore", "clean", "--parallel", "1")).ShouldSucceed();
        run.Messages.ShouldBe(["cleaning", "restoring"]);
    }

    [Fact]
    public async Task Targets_can_be_named_with_dashes_in_any_case_and_joined_by_plus()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("lint-rules+RESTORE")).ShouldSucceed();
        run.Messages.ShouldBe(["restoring", "reading rules"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_static_condition_skips_the_target_and_what_only_it_needs()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("--no-lint", "--parallel", "1")).ShouldSucceed();
        run.Messages.ShouldBe(["restoring", "compiling"]);
        run.SummaryOf("Lint").ShouldContain("only when !NoLint");
        run.SummaryOf("LintRules").ShouldContain("because of Lint");
    }

    [Fact]
    public async Task A_dynamic_condition_is_asked_right_before_the_target()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("pack")).ShouldSucceed().SummaryOf("Pack").ShouldContain("only when SucceededTargets.Contains(Clean)");
        (await build.RunAsync("clean", "pack")).ShouldSucceed().Messages.ShouldContain("packing");
    }

    [Fact]
    public async Task Skipping_by_name_keeps_what_others_need()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("compile", "--skip", "lint")).ShouldSucceed();
        run.Messages.ShouldBe(["restoring", "compiling"]);
        run.SummaryOf("Lint").ShouldContain("via --skip");
    }

    [Fact]
    public async Task Skipping_without_names_leaves_what_was_asked_for()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("publish", "--skip")).ShouldSucceed().Messages.ShouldBe(["publishing"]);
        (await build.RunAsync("--skip")).ShouldSucceed().Messages.ShouldBe(["compiling"]);
    }

    [Fact]
    public async Task A_trigger_brings_the_triggered_target_in()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("clean", "publish", "--parallel", "1")).ShouldSucceed();
        run.Messages.TakeLast(2).ShouldBe(["publishing", "announcing"]);
    }

    [Fact]
    public async Task A_failure_ends_the_run_but_not_what_is_assured()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("after-boom", "report")).ShouldFailWith(1);
        run.Messages.ShouldBe(["reporting"]);
        run.Output.ShouldContain("Boom failed: the thing is broken");
        run.SummaryOf("Boom").ShouldContain("Failed");
        run.SummaryOf("AfterBoom").ShouldContain("Not run");
        run.Output.ShouldContain("Failed: Boom.");
    }

    [Fact]
    public async Task The_log_file_has_the_stack_that_the_console_does_not_show()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("boom")).ShouldFailWith(1);
        build.Read(".nuke/temp/build.log").ShouldContain("   at BuildPrograms.TargetsBuild");
    }

    [Fact]
    public async Task A_tolerated_failure_lets_the_run_go_on_and_still_fails_it()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("after-tolerated")).ShouldFailWith(1);
        run.Messages.ShouldBe(["went on"]);
    }

    [Fact]
    public async Task Figures_of_a_target_stand_in_the_summary()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("figures")).ShouldSucceed().SummaryOf("Figures").ShouldContain("Crates: 3");
    }

    [Fact]
    public async Task A_build_can_set_its_exit_code()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("exit-code-of7")).ShouldFailWith(7);
    }

    [Fact]
    public async Task A_continued_run_leaves_out_what_has_succeeded()
    {
        using var build = new BuildProgram("TargetsBuild");
        (await build.RunAsync("restore", "boom", "--parallel", "1")).ShouldFailWith(1);
        var again = (await build.RunAsync("restore", "boom", "--parallel", "1", "--continue")).ShouldFailWith(1);
        again.SummaryOf("Restore").ShouldContain("succeeded in the last run");
        var other = (await build.RunAsync("restore", "--continue")).ShouldSucceed();
        other.Messages.ShouldBe(["restoring"]);
        other.Output.ShouldContain("starts from the beginning");
    }

    [Fact]
    public async Task A_misspelt_target_is_an_error_with_a_suggestion()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("compiel")).ShouldFailWith(2);
        run.Error.ShouldBe("error: compiel: there is no such target. Did you mean Compile? All targets: --help.\n");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_circle_of_targets_is_shown_whatever_was_asked_for()
    {
        using var build = new BuildProgram("CircularBuild");
        (await build.RunAsync("harmless")).ShouldFailWith(2).Error.ShouldContain("First → Second → Third → First");
    }

    [Fact]
    public async Task Help_lists_targets_and_options_but_not_what_is_unlisted()
    {
        using var build = new BuildProgram("TargetsBuild");
        var run = (await build.RunAsync("--help")).ShouldSucceed();
        run.Output.ShouldContain("  Compile         Builds everything (default)\n                  -> Restore, Lint\n");
        run.Output.ShouldContain("--no-lint  Turns Lint off.");
        run.Output.ShouldNotContain("Hidden");
        (await build.RunAsync("hidden")).ShouldSucceed();
    }

    [Fact]
    public async Task Hooks_and_extensions_are_called_in_order()
    {
        using var build = new BuildProgram("HooksBuild");
        (await build.RunAsync("good")).ShouldSucceed().Messages.ShouldBe(
        [
            "extension: created with 3 targets", "hook: created", "hook: initialized", "hook: Good running", "good",
            "extension: Good succeeded", "hook: Good succeeded", "extension: finished, succeeding True", "hook: finished",
        ]);
        (await build.RunAsync("bad")).ShouldFailWith(1).Messages.ShouldContain("hook: Bad failed");
        (await build.RunAsync("off")).ShouldSucceed().Messages.ShouldContain("hook: Off skipped");
    }

    [Fact]
    public async Task The_root_is_what_the_bootstrap_says_or_the_option_or_the_folder_above()
    {
        using var build = new BuildProgram("TargetsBuild");
        using var other = new BuildProgram("TargetsBuild");
        (await build.WithVariable("NUKE_ROOT", other.Root).RunAsync("clean")).ShouldSucceed();
        other.Has(".nuke/build.schema.json").ShouldBeTrue();
        build.Has(".nuke/build.schema.json").ShouldBeFalse();
        (await build.RunAsync("clean", "--root", build.Root)).ShouldSucceed();
        build.Has(".nuke/build.schema.json").ShouldBeTrue();
        (await build.RunAsync("clean", "--root", "nowhere")).ShouldFailWith(2).Error.ShouldBe("error: --root nowhere: there is no such folder.\n");
    }
}
