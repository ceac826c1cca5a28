using Slipway.Cargo;
using Slipway.Coverage;
using Slipway.Coverage.Llvm;

namespace Slipway.Tests.Coverage;

public class ToolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(22, 22, 19, 21, 22, 23)]
    [InlineData(22, 21, 19, 21)]
    [InlineData(22, 23, 19, 23)]
    [InlineData(22, 23, 21, 23)]
    [InlineData(22, null, 14, 18)]
    [InlineData(18, 18, 18, 19)]
    [InlineData(18, null, 17, 19, 22)]
    public void The_version_of_the_compiler_is_taken_or_the_nearest_that_reads_the_same_format(int compiler, int? chosen, params int[] versions) =>
        (LlvmTools.Choose(versions.Select(version => new LlvmTools("data", "cov", version, "test")), compiler)?.Version).ShouldBe(chosen);

    [Theory]
    [InlineData("Debian LLVM version 22.1.8\n  Optimized build.", 22)]
    [InlineData("LLVM (http://llvm.org/):\n  LLVM version 19.1.7-rust-1.82.0", 19)]
    [InlineData("rustc 1.95.0\nLLVM version: 22.1.2", 22)]
    [InlineData("nothing", null)]
    public void A_version_is_found_in_what_tools_say(string text, int? version) => LlvmToolFinder.VersionIn(text).ShouldBe(version);

    [Theory]
    [InlineData(PackageManager.Apt, true, "rustup component add llvm-tools | apt-get update; apt-get install --yes llvm-22")]
    [InlineData(PackageManager.None, true, "rustup component add llvm-tools")]
    [InlineData(PackageManager.Apt, false, "apt-get update; apt-get install --yes llvm-22")]
    [InlineData(PackageManager.Dnf, false, "dnf install --assumeyes llvm")]
    [InlineData(PackageManager.None, false, "")]
    public void Llvm_comes_by_rustup_or_else_by_the_package_of_the_compilers_version(PackageManager manager, bool hasRustup, string commands) =>
        string.Join(" | ", Provision.LlvmTools(22, manager, hasRustup, asRoot: true).Select(way => string.Join("; ", way))).ShouldBe(commands);

    [Fact]
    public void The_flag_is_added_to_what_is_set()
    {
        using var project = RustProject.Empty();
        var workspace = new CargoWorkspace(project.Folder, project / "target", [], []);
        var command = CargoCommand.Test.WithWorkspace(workspace).WithEnvironment("RUSTFLAGS", "--cfg extra").WithEnvironment("CARGO_ENCODED_RUSTDOCFLAGS", "-A\x1fx");

        var environment = Instrumented.Of(command, project / "cov", project / "profiles").Environment;

        environment["RUSTFLAGS"].ShouldBe("--cfg extra -Cinstrument-coverage");
        environment["CARGO_ENCODED_RUSTDOCFLAGS"].ShouldBe("-A\x1fx\x1f-Cinstrument-coverage");
        environment["LLVM_PROFILE_FILE"].ShouldBe(Path.Combine(project / "profiles", "%m.profraw"));
    }

    [Fact]
    public async Task Tarpaulin_tells_lines_of_the_programs_only()
    {
        using var project = RustProject.Library("probe", "fn a() {}\n").With("tests/it.rs", "");
        var parts = string.Join(",", (project / "src/lib.rs").Split('/').Select(part => $"\"{(part.Length == 0 ? "/" : part)}\""));
        var tests = parts.Replace("\"src\",\"lib.rs\"", "\"tests\",\"it.rs\"", StringComparison.Ordinal);
        var traces = """[{"line":1,"address":[],"length":1,"stats":{"Line":2},"fn_name":null},{"line":3,"address":[],"length":1,"stats":{"Line":0},"fn_name":null}]""";
        var report = $$$"""{"files":[{"path":[{{{parts}}}],"content":"","traces":{{{traces}}},"covered":1,"coverable":2},{"path":[{{{tests}}}],"content":"","traces":{{{traces}}},"covered":1,"coverable":2}]}""";
        var program = Script(project.With("answer.json", report), "--output-dir", "tarpaulin-report.json");

        var data = await new Tarpaulin(program, "0.32.0").MeasureAsync(await RequestAsync(project), Token);

        data.Provider.ShouldBe("cargo-tarpaulin 0.32.0");
        data.HasRegions.ShouldBeFalse();
        var file = data.Files.ShouldHaveSingleItem();
        file.Path.ShouldBe("src/lib.rs");
        file.Lines.OrderBy(line => line.Key).Select(line => $"{line.Key}: {line.Value}").ShouldBe(["1: 2", "3: 0"]);
        File.ReadAllText(project / "arguments").ShouldBe($"tarpaulin --out Json --output-dir {project / "cov"} --workspace --features extra --locked\n");
    }

    [Fact]
    public async Task Cargo_llvm_cov_answers_in_the_words_of_llvm_cov()
    {
        using var project = RustProject.Library("probe", "fn a() {}\n");
        var source = project / "src/lib.rs";
        var report = $$$"""{"data":[{"files":[{"filename":"{{{source}}}","segments":[[1,1,4,true,true,false],[1,10,0,false,false,false]]}],"functions":[{"count":4,"filenames":["{{{source}}}"],"name":"a","regions":[[1,1,1,10,4,0,0,0]]} ] } ],"type":"llvm.coverage.json.export","version":"3.1.0","cargo_llvm_cov":{"version":"0.8.0"}}""";
        var program = Script(project.With("answer.json", report), "--output-path", "");

        var data = await new CargoLlvmCov(program, "0.8.0").MeasureAsync(await RequestAsync(project), Token);

        data.Provider.ShouldBe("cargo-llvm-cov 0.8.0");
        data.Files.ShouldHaveSingleItem().Lines[1].ShouldBe(4);
        data.Regions.ShouldBe(new Tally(1, 1));
        data.Functions.ShouldBe(new Tally(1, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"files\":[{}]}")]
    [InlineData("{\"files\":[{\"path\":[\"/\",\"x\"],\"traces\":[{\"line\":\"1\"}]}]")]
    public async Task What_tarpaulin_does_not_write_so_is_one_error(string report)
    {
        using var project = RustProject.Library("probe", "fn a() {}\n").With("answer.json", report);
        var program = Script(project, "--output-dir", "tarpaulin-report.json");

        var exception = await Should.ThrowAsync<SlipwayException>(async () => await new Tarpaulin(program, "0.32.0").MeasureAsync(await RequestAsync(project), Token));

        exception.Message.ShouldStartWith("What cargo-tarpaulin has written cannot be read: ");
    }

    [Fact]
    public async Task A_tool_that_fails_or_writes_nothing_is_one_error()
    {
        using var project = RustProject.Library("probe", "fn a() {}\n");
        var request = await RequestAsync(project);
        var failing = Script(project, "--output-dir", "tarpaulin-report.json", "echo no ptrace >&2; exit 1");
        (await Should.ThrowAsync<SlipwayException>(() => new Tarpaulin(failing, "1.0.0").MeasureAsync(request, Token))).Message.ShouldEndWith("ended with exit code 1\n  no ptrace");
        var silent = Script(project, "--output-dir", "tarpaulin-report.json", "exit 0");
        (await Should.ThrowAsync<SlipwayException>(() => new Tarpaulin(silent, "1.0.0").MeasureAsync(request, Token))).Message.ShouldContain(" has succeeded without writing ");
    }

    /// <summary>A program that acts like one of the tools: it copies its answer to where it is told.</summary>
    private static string Script(RustProject project, string option, string file, string first = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that acts like the tool is a shell script.");
        var to = file.Length == 0 ? "$to" : $"$to/{file}";
        project.WithScript("tool", $"#!/bin/sh\n{first}\necho \"$@\" >arguments\nwhile [ $# -gt 0 ]; do [ \"$1\" = {option} ] && to=$2; shift; done\ncp answer.json \"{to}\"\n");
        return project / "tool";
    }

    private static async Task<CoverageRequest> RequestAsync(RustProject project)
    {
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var command = CargoCommand.Test.WithWorkspace(workspace).WithFeatures("extra").WithLocked();
        return new CoverageRequest(command, CargoCommand.Build.WithWorkspace(workspace), project / "cov");
    }
}
