namespace Nuke.Embedded.Tests.Execution;

public class RequirementTests
{
    [Theory]
    [InlineData("has-value", "Number.HasValue, which does not hold")]
    [InlineData("flag-value", "Flag.Value, which failed: Nullable object must have a value.")]
    [InlineData("flag-or-not", "Flag ?? False, which does not hold")]
    [InlineData("long-word", "Word.Length > 3, which failed: NullReferenceException")]
    [InlineData("throws", "RequirementsBuild.Thrower(), which failed: the condition broke")]
    public async Task A_requirement_that_does_not_hold_is_named(string target, string reason)
    {
        using var build = new BuildProgram("RequirementsBuild");
        var run = (await build.RunAsync(target)).ShouldFailWith(2);
        run.Error.ShouldStartWith("error: Target '");
        run.Error.ShouldContain(reason);
        run.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("has-value", "--number", "3")]
    [InlineData("flag-value", "--flag", "true")]
    [InlineData("flag-or-not", "--flag", "true")]
    [InlineData("long-word", "--word", "abcd")]
    public async Task Requirements_may_look_into_nullable_values(string target, string option, string value)
    {
        using var build = new BuildProgram("RequirementsBuild");
        (await build.RunAsync(target, option, value)).ShouldSucceed().Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("static-throws")]
    [InlineData("dynamic-throws")]
    public async Task A_condition_that_throws_is_an_error_of_the_build_class(string target)
    {
        using var build = new BuildProgram("RequirementsBuild");
        var run = (await build.RunAsync(target)).ShouldFailWith(2);
        (run.Output + run.Error).ShouldContain("the condition Thrower() failed: the condition broke");
        build.Read(".nuke/temp/build.log").ShouldContain("   at BuildPrograms.RequirementsBuild.Thrower");
    }
}
