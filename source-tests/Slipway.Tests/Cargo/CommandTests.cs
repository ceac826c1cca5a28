using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Tests.Cargo;

public class CommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_command_says_what_it_would_run()
    {
        var command = CargoCommand.Clippy
            .WithTriple("x86_64-unknown-linux-gnu")
            .WithRelease()
            .WithFeatures("a", "b")
            .WithLocked()
            .WithArguments("--all-targets")
            .WithToolArguments("-D", "warnings");

        command.ToString().ShouldBe(
            "cargo clippy --message-format=json --target x86_64-unknown-linux-gnu --profile release --features a,b"
            + " --locked --color never --all-targets -- -D warnings");
    }

    [Fact]
    public void Changing_a_command_leaves_the_original_alone()
    {
        var changed = CargoCommand.Build.WithRelease();

        changed.Profile.ShouldBe("release");
        CargoCommand.Build.Profile.ShouldBeNull();
    }

    [Fact]
    public async Task All_members_are_built_and_each_crate_is_an_event()
    {
        using var project = RustProject.Library("root", "", "[workspace]\nmembers = [\"other\"]")
            .WithPackage("other", "other")
            .With("other/src/main.rs", "fn main() {}");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var compiled = new List<string>();

        var run = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(
            happened =>
            {
                if (happened is CargoEvent.Compiled crate)
                    compiled.Add(crate.Artifact.Package);
            },
            Token);

        run.EnsureSuccess().Artifacts.Count.ShouldBe(2);
        compiled.Order().ShouldBe(["other", "root"]);
        run.Artifacts.Single(artifact => artifact.Executable is not null).Executable.ShouldStartWith(workspace.TargetFolder);
    }

    [Fact]
    public async Task A_failure_carries_the_command_the_exit_code_and_the_last_lines()
    {
        using var project = RustProject.Library("plain", "");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var run = await CargoCommand.Build.WithWorkspace(workspace).WithFeatures("nonsense").ExecuteAsync(null, Token);
        var error = Should.Throw<CommandFailedException>(run.EnsureSuccess);

        error.CommandLine.ShouldStartWith("cargo build --message-format=json --workspace --features nonsense");
        error.ExitCode.ShouldBe(101);
        error.Tail.ShouldContain(line => line.Contains("nonsense", StringComparison.Ordinal));
        error.Message.ShouldContain("ended with exit code 101");
    }
}
