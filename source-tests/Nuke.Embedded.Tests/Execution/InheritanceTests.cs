namespace Nuke.Embedded.Tests.Execution;

public class InheritanceTests
{
    [Theory]
    [InlineData("clean", "before clean", "clean 0", "clean 1", "clean 2")]
    [InlineData("uses-root", "root of the component", "root of the class")]
    [InlineData("uses-generic", "generic of String", "generic of the class")]
    [InlineData("uses-quasi", "quasi of the base", "quasi of the other")]
    [InlineData("in-context", "up", "inside", "down")]
    [InlineData("late+early", "late", "early")]
    [InlineData("off-trigger")]
    [InlineData("off-trigger+needs-triggered", "for triggered", "triggered", "needs triggered")]
    public async Task Targets_run_as_their_classes_and_components_say(string targets, params string[] messages)
    {
        using var build = new BuildProgram("InheritanceBuild");
        (await build.RunAsync(targets, "--parallel", "1")).ShouldSucceed().Messages.ShouldBe(messages);
    }

    [Fact]
    public async Task What_is_triggered_by_a_skipped_target_is_skipped_with_what_it_needs()
    {
        using var build = new BuildProgram("InheritanceBuild");
        var run = (await build.RunAsync("off-trigger")).ShouldSucceed();
        run.SummaryOf("Triggered").ShouldContain("because of OffTrigger");
        run.SummaryOf("ForTriggered").ShouldContain("because of Triggered");
    }

    [Fact]
    public async Task A_context_is_taken_down_after_a_failure_and_set_up_again_to_continue()
    {
        using var build = new BuildProgram("InheritanceBuild").WithVariable("FAIL", "yes");
        (await build.RunAsync("in-context")).ShouldFailWith(1).Messages.ShouldBe(["up", "inside", "down"]);
        build.WithVariable("FAIL", null);
        (await build.RunAsync("in-context", "--continue")).ShouldSucceed().Messages.ShouldBe(["up", "inside", "down"]);
    }

    [Fact]
    public async Task What_is_asked_for_by_name_is_not_skipped()
    {
        using var build = new BuildProgram("InheritanceBuild");
        (await build.RunAsync("early", "--skip", "early")).ShouldSucceed().Messages.ShouldBe(["early"]);
    }

    [Fact]
    public async Task Two_targets_of_one_name_are_refused()
    {
        using var build = new BuildProgram("DuplicateBuild");
        (await build.RunAsync()).ShouldFailWith(2).Error.ShouldBe("error: Two targets are called 'Root': those of DuplicateBuild and IRoot. Rename one of them.\n");
    }
}
