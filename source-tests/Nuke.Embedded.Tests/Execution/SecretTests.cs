namespace Nuke.Embedded.Tests.Execution;

public class SecretTests
{
    private const string Token = "s3cr3t/va!ue";

    [Fact]
    public async Task A_secret_appears_in_no_output_and_no_file()
    {
        using var build = new BuildProgram("SecretsBuild").WithVariable("TOKEN", Token);
        var run = (await build.RunAsync("--verbosity", "verbose"));
        run.ExitCode.ShouldBe(1);
        foreach (var text in new[] { run.Output, run.Error, build.Read(".nuke/temp/build.log") })
        {
            text.ShouldNotContain(Token);
            text.ShouldNotContain(Uri.EscapeDataString(Token));
        }

        run.Output.ShouldContain("could not log in with ***");
        run.Output.ShouldContain("in two ***");
    }

    [Fact]
    public async Task A_secret_is_announced_to_the_server_before_anything_else()
    {
        using var build = new BuildProgram("SecretsBuild").WithVariable("TOKEN", Token).WithVariable("GITHUB_ACTIONS", "true");
        var run = await build.RunAsync();
        run.Output.ShouldStartWith($"::add-mask::{Token}\n");
        run.Output[(run.Output.IndexOf('\n', StringComparison.Ordinal) + 1)..].ShouldNotContain(Token);
    }

    [Fact]
    public async Task A_secret_that_does_not_fit_is_not_shown()
    {
        using var build = new BuildProgram("SecretsBuild");
        (await build.RunAsync("--pin", "12ab")).ShouldFailWith(2).Error.ShouldNotContain("12ab");
    }
}
