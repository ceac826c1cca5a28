namespace EndToEnd.Tests;

/// <summary>What is taken from the record of earlier runs, and what runs again; with a cargo that counts its starts.</summary>
public class CachingTests
{
    private static readonly string[] Builds = ["clippy", "fmt", "build", "test", "metadata", "--version"];

    [Fact]
    public async Task A_second_run_takes_all_that_cargo_would_do_from_the_record()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for cargo");
        using var pipeline = WithCountingCargo(Package("good").WithFile("src/main.rs", Main));
        (await RunAsync(pipeline)).ShouldExitWith(0).SummaryOf("Lint").ShouldNotContain("Proved");
        Started(pipeline).ShouldBe(Builds, ignoreOrder: true);

        var run = (await RunAsync(pipeline)).ShouldExitWith(0);

        Started(pipeline).ShouldBeEmpty();
        foreach (var gate in new[] { "Toolchain", "Lint", "Format", "Compile", "CompileTests", "UnitTest" })
            run.SummaryOf(gate).ShouldContain("from the record of ", customMessage: run.Output);
        run.ShouldSay(", same inputs (--no-cache runs it)");
        pipeline.Report("summary.md").ShouldContain("| Test | UnitTest | ✅ pass, from the record of ");
        pipeline.Report("junit.xml").ShouldContain("tests::adds_one");
        pipeline.Report("gates.json").ShouldContain("\"recorded\": \"");

        // Compile promises a program. The tests need none: they have passed with it.
        Directory.Delete(Path.Combine(pipeline.Workspace, "target"), recursive: true);
        run = (await RunAsync(pipeline)).ShouldExitWith(0);
        run.SummaryOf("UnitTest").ShouldContain("from the record");
        Started(pipeline).ShouldBe(["build"]);
        File.Exists(Path.Combine(pipeline.Workspace, "target/release/good")).ShouldBeTrue();

        (await RunAsync(pipeline, "--no-cache")).ShouldExitWith(0).SummaryOf("Lint").ShouldNotContain("from the record");
        Started(pipeline).ShouldBe(Builds, ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_runs_again_what_depends_on_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for cargo");
        using var pipeline = WithCountingCargo(Package("good").WithFile("README.md", "# Good\n"));
        (await RunAsync(pipeline)).ShouldExitWith(0);
        Started(pipeline).ShouldNotBeEmpty();

        pipeline.WithFile("README.md", "# Better\n");
        var run = (await RunAsync(pipeline)).ShouldExitWith(0);

        run.SummaryOf("Format").ShouldContain("from the record");
        foreach (var gate in new[] { "Lint", "Compile", "CompileTests", "UnitTest" })
            run.SummaryOf(gate).ShouldNotContain("from the record");
        Started(pipeline).ShouldNotContain("fmt");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unchanged_repository_is_neither_analyzed_nor_scanned_again(bool hasBase)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for cargo");
        var (rule, code) = hasBase
            ? ("slipway::shell_command", "let _ = std::process::Command::new(\"sh\").status();")
            : ("clippy::unwrap_used", "let _ = std::fs::read(\"x\").unwrap();");
        using var pipeline = WithCountingCargo(Package("good").WithFile("src/main.rs", $"{Main}/// Old.\npub fn old() {{\n    {code}\n}}\n"));
        await pipeline.CommitAsync("Old");
        // That there is nothing to compare with is a warning, which stays true.
        if (hasBase)
            await pipeline.CommitAsync("Nothing", allowEmpty: true);
        await File.AppendAllTextAsync(Path.Combine(pipeline.Root, ".git/info/exclude"), "/started\n", TestContext.Current.CancellationToken);
        string[] names = ["analyze", "scan-secrets"];
        (await pipeline.RunAsync(names)).ShouldExitWith(0).SummaryOf("Analyze").ShouldNotContain("Proved");
        var reports = new[] { "analysis.sarif", "secrets.sarif" }.Select(pipeline.Report).ToList();
        reports[0].ShouldContain(rule);
        Started(pipeline).ShouldContain("clippy");

        var run = (await pipeline.RunAsync(names)).ShouldExitWith(0);

        run.SummaryOf("Analyze").ShouldContain("from the record");
        run.SummaryOf("ScanSecrets").ShouldContain("from the record");
        new[] { "analysis.sarif", "secrets.sarif" }.Select(pipeline.Report).ShouldBe(reports);
        pipeline.Report("gates.json").ShouldContain(rule);
        Started(pipeline).ShouldBeEmpty();

        // Outside of the workspace, where only secrets are looked for.
        await File.WriteAllTextAsync(Path.Combine(pipeline.Root, "notes.txt"), "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(x => "aQ7xK2mZ9"[x * 5 % 9])), TestContext.Current.CancellationToken);
        run = (await pipeline.RunAsync(names)).ShouldExitWith(1);
        run.SummaryOf("Analyze").ShouldContain("from the record");
        run.SummaryOf("ScanSecrets").ShouldContain("1 secret");
        (await pipeline.RunAsync([.. names, "--no-cache"])).ShouldExitWith(1).SummaryOf("Analyze").ShouldNotContain("Proved");
    }

    [Fact]
    public async Task What_fails_runs_again_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for cargo");
        using var pipeline = WithCountingCargo(Package("failing")
            .WithFile("tests/outside.rs", "#[test]\nfn says_no() {\n    panic!(\"because\");\n}\n"));
        (await RunAsync(pipeline)).ShouldExitWith(1);
        Started(pipeline).ShouldNotBeEmpty();

        var run = (await RunAsync(pipeline)).ShouldExitWith(1);

        run.SummaryOf("IntegrationTest").ShouldContain("1 test failed");
        run.ShouldSay("work space/tests/outside.rs:3:5");
        run.SummaryOf("UnitTest").ShouldContain("from the record");
        // What the suite needs is built, which finds it fresh.
        Started(pipeline).ShouldBe(["build", "test"], ignoreOrder: true);
    }

    private const string Main = "fn main() {\n    println!(\"{}\", good::increment(1));\n}\n";

    // With a lock file: cargo would write one, and what has changed meanwhile is not recorded.
    private static Pipeline Package(string name) => new Pipeline().WithPackage(name)
        .WithFile("Cargo.lock", $"version = 4\n\n[[package]]\nname = \"{name}\"\nversion = \"0.1.0\"\n");

    private static Task<PipelineRun> RunAsync(Pipeline pipeline, params string[] arguments) =>
        pipeline.RunAsync(["checks", "compile", "test", "--skip", "audit", "scan-secrets", "analyze", .. arguments]);

    private static Pipeline WithCountingCargo(Pipeline pipeline) => pipeline.WithVariable(
        "CARGO",
        pipeline.WriteScript("cargo", $"echo \"$1\" >> '{Path.Combine(pipeline.Root, "started")}'\nunset CARGO\nexec cargo \"$@\""));

    // Which commands cargo was started with since this was last asked.
    private static string[] Started(Pipeline pipeline)
    {
        var file = Path.Combine(pipeline.Root, "started");
        if (!File.Exists(file))
            return [];
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        return [.. lines.Distinct()];
    }
}
