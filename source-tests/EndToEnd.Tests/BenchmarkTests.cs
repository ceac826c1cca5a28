using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace EndToEnd.Tests;

/// <summary>What a user sees of benchmarks.</summary>
public class BenchmarkTests
{
    private const string Bench = "fn main() {\n    println!(\"slipway-bench: fine 1 100\");\n}\n";

    [Fact]
    public async Task The_sample_with_slower_checks_breaks_the_benchmark_gate_and_no_other()
    {
        using var pipeline = new Pipeline();
        await CopySampleAsync(pipeline);
        await pipeline.CommitAsync("Fast");
        var slower = Edit(pipeline, "src/safety/mod.rs", "    let mut findings = analyst::read(command);\n", """
                for _ in 0..2 {
                    std::hint::black_box(analyst::read(std::hint::black_box(command)));
                }
                let mut findings = analyst::read(command);

            """);
        await pipeline.WithFile("src/safety/mod.rs", slower).CommitAsync("Slow");

        var run = (await pipeline.RunAsync("gates")).ShouldExitWith(1);

        run.ShouldSay("work space/benches/pipeline.rs: pipeline/validate is ").ShouldSay("% slower than at ").ShouldSay(", more than 10 % (the default)");
        run.ShouldSay("raise the limit: `--bench-threshold ").ShouldSay("(the commit before HEAD, which is in main)");
        var gates = JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("gates").EnumerateArray().ToList();
        gates.Where(gate => gate.GetProperty("verdict").GetString() == "fail").Select(gate => gate.GetProperty("name").GetString()).ShouldBe(["Benchmark"]);
        var benchmarks = JsonDocument.Parse(pipeline.Report("benchmarks.json")).RootElement.GetProperty("benchmarks").EnumerateArray().ToList();
        benchmarks.Select(benchmark => benchmark.GetProperty("name").GetString()).ShouldBe(["pipeline/parse", "pipeline/render", "pipeline/validate"]);
        benchmarks[2].GetProperty("outcome").GetString().ShouldBe("slower");
        benchmarks[2].GetProperty("ratio").GetDouble().ShouldBeGreaterThan(1.5);
        pipeline.Report("summary.md").ShouldContain("| pipeline/validate | ");
        (await pipeline.GitAsync("worktree", "list")).Trim().Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Benchmarks_that_the_base_lacks_or_nobody_has_are_skipped_with_the_reason()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        await pipeline.CommitAsync("Without benchmarks");
        pipeline.WithFile("README.md", "Words.\n");
        await pipeline.CommitAsync("Words");
        (await pipeline.RunAsync("benchmark")).ShouldExitWith(0).SummaryOf("Benchmark").ShouldContain("the workspace has no benchmarks");

        pipeline.WithFile("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[[bench]]\nname = \"speed\"\nharness = false\n").WithFile("benches/speed.rs", Bench);
        await pipeline.CommitAsync("With a benchmark");
        var run = (await pipeline.RunAsync("benchmark")).ShouldExitWith(0);
        run.SummaryOf("Benchmark").ShouldContain("has none of these benchmarks");
        run.ShouldSay("speed/fine: 100 ns, new");
        pipeline.WithVariable("GITHUB_ACTIONS", "true");
        (await pipeline.RunAsync("benchmark")).ShouldExitWith(1).ShouldSay("AllowedSkips => [\"Benchmark\"]");
    }

    [Theory]
    [InlineData("--bench-threshold", "0", "--bench-threshold is 0")]
    [InlineData("--bench-time", "-5", "--bench-time is -5")]
    [InlineData("--bench-filter", "nonsense", "--bench-filter: no benchmark has 'nonsense' in its name")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("tool")
            .WithFile("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[[bench]]\nname = \"speed\"\nharness = false\n")
            .WithFile("benches/speed.rs", Bench);
        await pipeline.CommitAsync("First");
        await pipeline.WithFile("README.md", "Words.\n").CommitAsync("Second");
        (await pipeline.RunAsync("benchmark", option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    // As it is committed, and without what makes its builds slow.
    private static async Task CopySampleAsync(Pipeline pipeline)
    {
        var listing = await Cli.Wrap("git").WithArguments(["ls-files", "samples/caro"]).WithWorkingDirectory(Repository.Root)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        foreach (var path in listing.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var copy = Path.Combine(pipeline.Workspace, Path.GetRelativePath("samples/caro", path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, path), copy);
        }

        pipeline.WithFile("Cargo.toml", Edit(pipeline, "Cargo.toml", "lto = \"thin\"\ncodegen-units = 1\n", "lto = \"off\"\ncodegen-units = 16\nopt-level = 1\n"));
    }

    private static string Edit(Pipeline pipeline, string path, string old, string changed)
    {
        var text = File.ReadAllText(Path.Combine(pipeline.Workspace, path));
        text.ShouldContain(old);
        return text.Replace(old, changed, StringComparison.Ordinal);
    }
}
