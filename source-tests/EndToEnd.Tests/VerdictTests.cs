using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What a pipeline says of workspaces of all kinds.</summary>
public class VerdictTests
{
    [Fact]
    public async Task A_good_package_passes_all_stages()
    {
        using var pipeline = new Pipeline().WithPackage("good");
        var run = (await pipeline.RunAsync()).ShouldExitWith(0);
        run.SummaryOf("UnitTest").ShouldContain("Succeeded");
        run.SummaryOf("IntegrationTest").ShouldContain("there are no tests");
        run.SummaryOf("BinarySize").ShouldContain("the workspace builds no program");
        run.SummaryOf("Benchmark").ShouldContain("the workspace is in no git repository");
        var gates = JsonDocument.Parse(pipeline.Report("gates.json")).RootElement;
        gates.GetProperty("verdict").GetString().ShouldBe("pass");
        gates.GetProperty("gates").EnumerateArray().Select(x => x.GetProperty("name").GetString())
            .ShouldBe(["Analyze", "Audit", "Format", "Lint", "ScanSecrets", "Toolchain", "Compile", "CompileTests", "EndToEndTest", "IntegrationTest", "SafetyTest", "UnitTest", "Benchmark", "BinarySize", "Coverage", "Budget"]);
        pipeline.Report("junit.xml").ShouldContain("tests::adds_one");
        pipeline.Report("summary.md").ShouldContain("| Test | UnitTest | ✅ pass |");
    }

    [Fact]
    public async Task All_members_of_a_virtual_workspace_count()
    {
        using var pipeline = new Pipeline()
            .WithFile("Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"2\"\n")
            .WithPackage("a", "a")
            .WithPackage("b", "b", Pipeline.Library.Replace("assert_eq!(super::increment(1), 2)", "assert_eq!(super::increment(1), 3)", StringComparison.Ordinal));
        var run = (await pipeline.RunAsync()).ShouldExitWith(1);
        run.SummaryOf("UnitTest").ShouldContain("1 test failed");
        run.ShouldSay("work space/b/src/lib.rs:12:");
        run.SummaryOf("Report").ShouldContain("Succeeded");
    }

    [Fact]
    public async Task A_failing_test_fails_its_suite_with_file_line_and_output()
    {
        using var pipeline = new Pipeline().WithPackage("failing")
            .WithFile("tests/outside.rs", "#[test]\nfn says_no() {\n    println!(\"seen from outside\");\n    panic!(\"because\");\n}\n");
        var run = (await pipeline.RunAsync()).ShouldExitWith(1);
        run.SummaryOf("UnitTest").ShouldContain("Succeeded");
        run.SummaryOf("IntegrationTest").ShouldContain("Failed");
        run.ShouldSay("work space/tests/outside.rs:4:5").ShouldSay("seen from outside");
        run.Output.ShouldEndWith("Failed: IntegrationTest, Test. The whole log: .nuke/temp/build.log\n");
    }

    [Fact]
    public async Task A_clippy_warning_fails_stage_one_and_nothing_is_built()
    {
        using var pipeline = new Pipeline().WithPackage("untidy", library: Pipeline.Library.Replace("    number + 1", "    return number + 1;", StringComparison.Ordinal));
        var run = (await pipeline.RunAsync()).ShouldExitWith(1);
        run.SummaryOf("Lint").ShouldContain("1 warning");
        run.SummaryOf("Format").ShouldContain("Succeeded");
        run.SummaryOf("Compile").ShouldContain("Not run");
        run.ShouldSay("work space/src/lib.rs:5:5").ShouldSay("clippy::needless_return");
    }

    [Fact]
    public async Task Lint_and_format_are_both_reported()
    {
        using var pipeline = new Pipeline().WithPackage("untidy", library: Pipeline.Library.Replace("    number + 1", "  return number + 1;", StringComparison.Ordinal));
        var run = (await pipeline.RunAsync("checks")).ShouldExitWith(1);
        run.SummaryOf("Lint").ShouldContain("1 warning");
        run.SummaryOf("Format").ShouldContain("1 file to format");
        run.ShouldSay("Checks failed: Lint and Format failed");
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_shown_with_file_and_line()
    {
        using var pipeline = new Pipeline().WithPackage("broken", library: Pipeline.Library.Replace("number + 1", "numbr + 1", StringComparison.Ordinal));
        var run = (await pipeline.RunAsync("compile", "--skip", "checks")).ShouldExitWith(1);
        run.SummaryOf("Compile").ShouldContain("1 error");
        run.ShouldSay("work space/src/lib.rs:5:5: cannot find value `numbr` in this scope (E0425)");
    }

    [Fact]
    public async Task A_package_without_tests_does_not_look_tested()
    {
        using var pipeline = new Pipeline().WithPackage("untested", library: "//! Nothing.\n");
        var run = (await pipeline.RunAsync()).ShouldExitWith(1);
        run.ShouldSay("The workspace has no tests at all");
        pipeline.Report("gates.json").ShouldContain("\"verdict\": \"fail\"");
    }

    [Fact]
    public async Task An_empty_folder_is_an_error_of_usage()
    {
        using var pipeline = new Pipeline();
        (await pipeline.RunAsync()).ShouldExitWith(2).ShouldSay("There is no Cargo.toml in").ShouldSay("Name the folder of a Cargo package or workspace.");
    }

    [Fact]
    public async Task A_broken_manifest_is_an_error_of_configuration_with_its_line()
    {
        using var pipeline = new Pipeline().WithFile("Cargo.toml", "[package]\nname = \"broken\nversion = \"0.1.0\"\n");
        (await pipeline.RunAsync()).ShouldExitWith(2).ShouldSay("Cargo.toml:2");
    }

    [Fact]
    public async Task A_stale_lock_file_is_an_error_that_says_so()
    {
        using var pipeline = new Pipeline().WithPackage("locked")
            .WithFile("Cargo.lock", "version = 4\n\n[[package]]\nname = \"locked\"\nversion = \"0.0.9\"\n");
        (await pipeline.RunAsync("lint")).ShouldExitWith(2).ShouldSay("work space/Cargo.lock: cannot update").ShouldSay("cargo update --workspace");
        pipeline.Report("gates.json").ShouldContain("\"verdict\": \"fail\"");
    }

    [Fact]
    public async Task A_machine_without_rust_is_told_how_to_get_it()
    {
        using var pipeline = new Pipeline().WithPackage("good");
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "/usr/bin/dotnet")!;
        pipeline.WithVariable("PATH", dotnet).WithVariable("CARGO", null).WithVariable("CARGO_HOME", pipeline.Root).WithVariable("HOME", pipeline.Root);
        (await pipeline.RunAsync("lint")).ShouldExitWith(3).ShouldSay("cargo is missing");
    }

    [Fact]
    public async Task On_github_findings_stand_beside_the_code_and_the_summary_is_shown()
    {
        using var pipeline = new Pipeline().WithPackage("untidy", library: Pipeline.Library.Replace("    number + 1", "    return number + 1;", StringComparison.Ordinal));
        var summary = Path.Combine(pipeline.Root, "summary.md");
        await File.WriteAllTextAsync(summary, "", TestContext.Current.CancellationToken);
        pipeline.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_STEP_SUMMARY", summary);
        var run = (await pipeline.RunAsync("checks", "report")).ShouldExitWith(1);
        run.ShouldSay("::warning file=work space/src/lib.rs,line=5,");
        (await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken)).ShouldContain("❌ 1 warning");
    }

    [Fact]
    public async Task Of_a_pull_request_findings_in_its_own_lines_are_shown_before_those_of_old()
    {
        var old = string.Concat(Enumerable.Range(1, 12).Select(x => $"/// Old.\npub fn old{x}() -> i32 {{\n    return {x};\n}}\n\n"));
        using var pipeline = new Pipeline().WithPackage("untidy", library: "//! A crate.\n\n" + old);
        await pipeline.CommitAsync("Old");
        await pipeline.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await pipeline.GitAsync("switch", "--quiet", "--create", "change");
        await pipeline.WithFile("src/lib.rs", "//! A crate.\n\n" + old + "/// New.\npub fn new() -> i32 {\n    return 1;\n}\n").CommitAsync("New");
        pipeline.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_BASE_REF", "main");

        var run = (await pipeline.RunAsync("lint")).ShouldExitWith(1);

        var shown = run.Output.Split('\n').Where(x => x.StartsWith("::warning file=", StringComparison.Ordinal)).ToList();
        shown[0].ShouldStartWith("::warning file=work space/src/lib.rs,line=65,");
        shown[1].ShouldStartWith("::warning file=work space/src/lib.rs,line=5,");
    }

    [Fact]
    public async Task What_keeps_a_gate_from_judging_is_in_the_reports_too()
    {
        using var pipeline = new Pipeline().WithFile("Cargo.toml", "[workspace]\nmembers = [\n    \"gone\",\n]\n");
        pipeline.WithReport("gates.json", "{ \"verdict\": \"pass\" }").WithVariable("GITHUB_ACTIONS", "true");
        var run = (await pipeline.RunAsync("lint")).ShouldExitWith(2);
        run.ShouldSay("::error file=work space/Cargo.toml,line=3,title=Toolchain::failed to load manifest for workspace member");
        var gate = JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("gates")[0];
        gate.GetProperty("verdict").GetString().ShouldBe("fail");
        gate.GetProperty("findings")[0].GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task On_a_server_a_suite_without_tests_fails_in_the_reports_too()
    {
        using var pipeline = new Pipeline().WithPackage("good").WithVariable("GITHUB_ACTIONS", "true");
        var run = (await pipeline.RunAsync("integration-test")).ShouldExitWith(1);
        run.ShouldSay("AllowedSkips => [\"IntegrationTest\"]");
        JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("verdict").GetString().ShouldBe("fail");
    }

    [Fact]
    public async Task A_test_cannot_give_commands_to_github()
    {
        using var pipeline = new Pipeline().WithPackage("forger")
            .WithFile("tests/forges.rs", "#[test]\nfn forges() {\n    println!(\"::add-mask::everything\");\n    panic!(\"no\\n::error::forged\");\n}\n")
            .WithVariable("GITHUB_ACTIONS", "true");
        var run = (await pipeline.RunAsync("integration-test")).ShouldExitWith(1);
        run.ShouldSay("| ::add-mask::everything");
        run.Output.Split('\n').ShouldNotContain(x => x.TrimStart().StartsWith("::add-mask", StringComparison.Ordinal) || x.TrimStart().StartsWith("::error::forged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--rust-target", "x86-linux", "rustc knows no target 'x86-linux'")]
    [InlineData("--test-time-limit", "0", "--test-time-limit is 0")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("good");
        (await pipeline.RunAsync("compile-tests", option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    [Fact]
    public async Task The_scenarios_run_on_what_was_built_for_the_named_target()
    {
        using var pipeline = new Pipeline().WithPackage("good").WithFile("src/main.rs", "//! Says where it is.\n\nfn main() {}\n")
            .WithFile("tests/e2e/run_all.sh", "echo 1..1\n\"$CARGO_BIN_EXE_good\" && echo ok 1 - $CARGO_BIN_EXE_good\n");
        var host = await Pipeline.HostTripleAsync();
        (await pipeline.RunAsync("end-to-end-test", "--rust-target", host)).ShouldExitWith(0);
        pipeline.Report("junit.xml").ShouldContain($"target/{host}/release/good");
    }
}
