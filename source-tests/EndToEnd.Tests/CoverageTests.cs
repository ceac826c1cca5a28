using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What a user sees of coverage.</summary>
public class CoverageTests
{
    private const string Untested = "\n/// Takes away one.\npub fn decrement(number: i32) -> i32 {\n    let one = 1;\n    number - one\n}\n\n/// Doubles.\npub fn double(number: i32) -> i32 {\n    number * 2\n}\n";

    [Fact]
    public async Task A_change_of_the_sample_that_leaves_a_branch_of_safety_untested_fails_there_and_nowhere_else()
    {
        using var pipeline = new Pipeline();
        CopySample(pipeline);
        await pipeline.CommitAsync("Sample");
        var file = Path.Combine(pipeline.Workspace, "src/safety/place.rs");
        var source = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, source + "\n/// How far away a place is that nobody has asked for.\npub(crate) fn distance(steps: u32) -> u32 {\n    if steps > 7 {\n        steps - 7\n    } else {\n        steps\n    }\n}\n\n/// Two places that are near.\n#[allow(dead_code)]\npub(crate) const NEAR: fn(u32) -> u32 = distance;\n", TestContext.Current.CancellationToken);
        await pipeline.CommitAsync("Change");

        var run = SkipWithoutTools(await pipeline.RunAsync("gates", "--skip", "checks")).ShouldExitWith(1);

        run.ShouldSay("the safety module is not covered: safety lines ").ShouldSay("(≥ 100, the default)");
        run.ShouldSay("work space/src/safety/place.rs:").ShouldSay("Add a test that gets here, or remove what nothing can reach.");
        run.SummaryOf("BinarySize").ShouldContain("Succeeded");
        JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("gates").EnumerateArray()
            .Where(gate => gate.GetProperty("verdict").GetString() == "fail")
            .Select(gate => gate.GetProperty("name").GetString())
            .ShouldBe(["Coverage"]);
    }

    [Fact]
    public async Task Untested_changes_are_named_by_their_lines_and_limits_come_from_the_command_line()
    {
        using var pipeline = new Pipeline().WithPackage("crate");
        await pipeline.CommitAsync("Tested");
        pipeline.WithFile("src/lib.rs", Pipeline.Library + Untested);
        await pipeline.CommitAsync("Untested");

        var run = SkipWithoutTools(await pipeline.RunAsync("coverage", "--skip", "toolchain")).ShouldExitWith(1);
        run.ShouldSay("0 % (≥ 80, the default) of the changed lines are executed by tests");
        run.ShouldSay("work space/src/lib.rs:17: No test executes lines 17-25");
        run.ShouldSay("the line coverage fell by ");
        pipeline.Report("lcov.info").ShouldContain("SF:src/lib.rs\n");
        pipeline.Report("cobertura.xml").ShouldContain("filename=\"src/lib.rs\"");
        JsonDocument.Parse(pipeline.Report("coverage.json")).RootElement.GetProperty("files")[0].GetProperty("missed")[0].GetString().ShouldBe("17-25");

        run = (await pipeline.RunAsync("coverage", "--skip", "toolchain", "--coverage-lines", "20", "--coverage-patch", "0", "--coverage-drop", "90")).ShouldExitWith(0);
        run.ShouldSay("The base was measured by an earlier run");
        pipeline.Report("gates.json").ShouldContain("\"origin\": \"--coverage-patch\"");
    }

    [Fact]
    public async Task Without_a_tool_a_desk_skips_and_a_server_or_who_asks_for_it_is_told_how_to_get_it()
    {
        using var pipeline = new Pipeline().WithPackage("crate");
        // Neither the tools of the system nor those of rustup.
        pipeline.WithVariable("LLVM_PROFDATA", "/nowhere/llvm-profdata").WithVariable("LLVM_COV", "/nowhere/llvm-cov");

        (await pipeline.RunAsync("coverage", "--skip", "toolchain")).ShouldExitWith(0).ShouldSay("Coverage is skipped: There is nothing to measure coverage with");
        (await pipeline.RunAsync("coverage", "--skip", "toolchain", "--coverage-provider", "llvm")).ShouldExitWith(3).ShouldSay("Not found: LLVM tools that fit rustc, which --coverage-provider asks for.");
        pipeline.WithVariable("GITHUB_ACTIONS", "true");
        (await pipeline.RunAsync("coverage", "--skip", "toolchain")).ShouldExitWith(3).ShouldSay("or let --provision do it");
    }

    [Fact]
    public async Task Where_rustup_cannot_install_the_tools_the_package_of_the_system_is_tried()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "apt-get stands for the system's packages");
        using var pipeline = new Pipeline().WithPackage("crate");
        pipeline.WithVariable("LLVM_PROFDATA", "/nowhere/llvm-profdata").WithVariable("LLVM_COV", "/nowhere/llvm-cov")
            .WithProgram("rustup", "echo 'error: could not download component' >&2; exit 1")
            .WithProgram("sudo", "exec \"$@\"")
            .WithProgram("apt-get", "echo \"$@\" >> \"$(dirname \"$0\")/apt.log\"");

        var run = (await pipeline.RunAsync("coverage", "--skip", "toolchain", "--provision")).ShouldExitWith(0);

        run.ShouldSay("rustup component add llvm-tools ended with exit code 1").ShouldSay("error: could not download component");
        var installed = await File.ReadAllLinesAsync(Path.Combine(pipeline.Root, "programs/apt.log"), TestContext.Current.CancellationToken);
        installed.Length.ShouldBe(2);
        installed[0].ShouldBe("update");
        installed[1].ShouldStartWith("install --yes llvm-");
        // The dummy has brought nothing.
        run.ShouldSay("Coverage is skipped: There is nothing to measure coverage with");
    }

    [Theory]
    [InlineData("--coverage-lines", "101", "--coverage-lines is 101.")]
    [InlineData("--coverage-drop", "NaN", "--coverage-drop is NaN.")]
    [InlineData("--coverage-provider", "gcov", "--coverage-provider is 'gcov'.")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("crate");
        (await pipeline.RunAsync("coverage", "--skip", "toolchain", option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    // .ci/run installs them, so that this is on desks only.
    private static PipelineRun SkipWithoutTools(PipelineRun run)
    {
        Assert.SkipWhen(run.Output.Contains("There is nothing to measure coverage with", StringComparison.Ordinal), "There are no LLVM tools for this rustc: rustup component add llvm-tools.");
        return run;
    }

    private static void CopySample(Pipeline pipeline)
    {
        var sample = Path.Combine(Repository.Root, "samples/caro");
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(sample, file);
            if (!path.StartsWith($"target{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                pipeline.WithFile(path, File.ReadAllText(file));
        }
    }
}
