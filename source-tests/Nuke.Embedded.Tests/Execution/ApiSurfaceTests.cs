using CliWrap;

namespace Nuke.Embedded.Tests.Execution;

public class ApiSurfaceTests
{
    [Fact]
    public async Task Every_member_a_build_may_use_works()
    {
        using var build = new BuildProgram("ApiSurface").WithFile("build.sh", "").WithFile("build.cmd", "");
        var run = (await build.RunAsync("members", "--late", "x", "--surface-size", "5")).ShouldSucceed();
        run.Output.ShouldContain("INF async\n");
        run.SummaryOf("Component").ShouldContain("Size: 5");
    }

    [Fact]
    public async Task A_server_takes_arguments_from_the_message_of_the_commit()
    {
        using var build = new BuildProgram("ApiSurface");
        await Git("init", "--quiet");
        await Git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "--quiet", "--allow-empty", "-m", "Subject\n\n[nuke++] nowhere --nothing");
        build.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_SHA", "HEAD");
        (await build.RunAsync("helper")).ShouldFailWith(2).Error.ShouldContain("Unknown option --nothing.");
        build.WithVariable("GITHUB_ACTIONS", null);
        (await build.RunAsync("helper")).ShouldSucceed().Output.ShouldContain("INF helper\n");

        async Task Git(params string[] arguments)
            => await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(build.Root).ExecuteAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Publish|--name|two words", "Subject\n\n[nuke++] Publish --name \"two words\"\n\n")]
    [InlineData("", "[nuke++] Publish\n\nNot the last line")]
    [InlineData("", "")]
    public void Only_the_last_line_of_the_message_counts(string arguments, string message)
        => string.Join('|', new Nuke.Common.Execution.ArgumentsFromGitCommitMessageAttribute().Parse(message.Split('\n'))).ShouldBe(arguments);
}
