namespace EndToEnd.Tests;

public class CommandLineTests
{
    [Fact]
    public async Task Help_shows_the_stages_and_the_options()
    {
        using var pipeline = new Pipeline();
        var run = (await pipeline.RunAsync("--help")).ShouldExitWith(0);
        foreach (var word in new[] { "Ci", "Checks", "Compile", "Test", "--workspace", "--rust-target", "--provision", "--plan" })
            run.ShouldSay(word);
    }

    [Fact]
    public async Task The_plan_has_the_stages_in_order()
    {
        using var pipeline = new Pipeline();
        var run = (await pipeline.RunAsync("--plan")).ShouldExitWith(0);
        var order = new[] { "Toolchain", "Lint", "Checks", "Compile ", "CompileTests", "UnitTest", "Test ", "Gates", "Report", "Ci" };
        order.Select(x => run.Output.IndexOf("  " + x, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public async Task Misspelt_words_are_errors_with_suggestions()
    {
        using var pipeline = new Pipeline();
        (await pipeline.RunAsync("--wrokspace", "x")).ShouldExitWith(2).ShouldSay("Unknown option --wrokspace. Did you mean --workspace?");
        (await pipeline.RunAsync("tset")).ShouldExitWith(2).ShouldSay("Did you mean Test?");
    }
}
