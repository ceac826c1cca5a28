namespace Nuke.Embedded.Tests.Execution;

public class ComponentTests
{
    [Fact]
    public async Task Components_bring_targets_that_the_build_class_can_extend()
    {
        using var build = new BuildProgram("ComponentsBuild");
        var run = (await build.RunAsync("all", "--person", "crab", "--rounds", "3")).ShouldSucceed();
        run.Messages.ShouldBe(
        [
            "clean of the base class", "clean of the build class",
            "compile of the component for crab", "compile of the build class", "test 3 rounds",
        ]);
    }

    [Fact]
    public async Task Parameters_of_components_have_defaults_and_prefixes()
    {
        using var build = new BuildProgram("ComponentsBuild");
        (await build.RunAsync()).ShouldSucceed().Messages.ShouldContain("test 1 rounds");
        (await build.RunAsync("sign", "--signing-key", "k1", "--skip", "compile")).ShouldSucceed().Messages.ShouldContain("sign with k1");
        (await build.RunAsync("sign")).ShouldFailWith(2).Error.ShouldContain("--signing-key (or the environment variable SIGNING_KEY");
    }

    [Fact]
    public async Task Two_components_with_a_target_of_one_name_are_refused_with_the_fix()
    {
        using var build = new BuildProgram("AmbiguousBuild");
        var error = (await build.RunAsync()).ShouldFailWith(2).Error;
        error.ShouldContain("Target 'Same' comes from several components: ILeft, IRight.");
        error.ShouldContain("public Target Same => _ => _.Inherit<ILeft>(x => x.Same);");
    }
}
