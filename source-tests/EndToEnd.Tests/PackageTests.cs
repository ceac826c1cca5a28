using System.Security.Cryptography;
using CliWrap;
using CliWrap.Buffered;

namespace EndToEnd.Tests;

public class PackageTests
{
    private const string Arm = "aarch64-unknown-linux-gnu";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_commit_gives_the_same_bytes_in_another_folder_at_another_time()
    {
        using var one = await ProgramAsync();
        using var other = await ProgramAsync();

        var first = await PackAsync(one);
        var second = await PackAsync(other);

        Path.GetFileName(second).ShouldBe(Path.GetFileName(first));
        Digest(second).ShouldBe(Digest(first));
    }

    [Fact]
    public async Task The_journal_of_a_release_outlives_that_it_is_packed_again()
    {
        using var pipeline = await ProgramAsync();
        var archive = await PackAsync(pipeline);
        var journal = Path.Combine(Path.GetDirectoryName(archive)!, "journal.jsonl");
        const string Entry = """{"time":"2026-01-02T03:04:05+00:00","phase":"begin","name":"release","data":{"commit":"0123","forge":"github","tag":"v0.0.9"}}""" + "\n";
        await File.WriteAllTextAsync(journal, Entry, Token);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(archive)!, "tool-0.0.9-x.tar.gz"), "old", Token);

        await PackAsync(pipeline);

        (await File.ReadAllTextAsync(journal, Token)).ShouldBe(Entry);
    }

    [Fact]
    public async Task A_program_for_another_processor_is_built_and_packed_and_runs_there()
    {
        // What .ci/aarch64 brings; or what rustup and the system have.
        var compiler = Path.Combine(Repository.Root, ".nuke/temp/aarch64/bin/rustc");
        if (!File.Exists(compiler))
            compiler = "rustc";
        await SkipUnlessAsync(compiler, ["--print", "target-libdir", "--target", Arm], Directory.Exists, $"Rust's standard library for {Arm} is not here: rustup target add {Arm}, or .ci/aarch64 on Debian.");
        await SkipUnlessAsync("aarch64-linux-gnu-gcc", ["--version"], _ => true, "aarch64-linux-gnu-gcc is not here: install gcc-aarch64-linux-gnu.");
        await SkipUnlessAsync("qemu-aarch64", ["--version"], _ => true, "qemu-aarch64 is not here: install qemu-user.");
        using var pipeline = await ProgramAsync();
        if (compiler != "rustc")
            pipeline.WithVariable("RUSTC", compiler);

        var archive = await PackAsync(pipeline, "--rust-target", Arm);

        Path.GetFileName(archive).ShouldBe($"tool-0.1.0-{Arm}.tar.gz");
        await Cli.Wrap("tar").WithArguments(["-xzf", archive, "-C", pipeline.Root]).ExecuteAsync(Token);
        // A program that spins in the emulator must not keep the tests.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var run = await Cli.Wrap("qemu-aarch64")
            .WithArguments(["-L", "/usr/aarch64-linux-gnu", Path.Combine(pipeline.Root, $"tool-0.1.0-{Arm}", "tool")])
            .ExecuteBufferedAsync(patience.Token);
        run.StandardOutput.ShouldBe("tool on aarch64\n");
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_and_leaves_no_half_archive()
    {
        await SkipUnlessAsync("unshare", ["--map-root-user", "--mount", "true"], _ => true, "Without unshare, or the right to use it, no small disk can be made.");
        using var pipeline = await ProgramAsync();
        var folder = Path.Combine(pipeline.Root, "artifacts/release");
        Directory.CreateDirectory(folder);
        var command = pipeline.Command("package");

        // The disk is there for this process alone: what is in the folder afterwards has to be asked there.
        var run = await command.WithTargetFile("unshare")
            .WithArguments(x => x.Add(["--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size=64k none '{folder}' && {command.TargetFilePath} {command.Arguments}; code=$?; ls -A '{folder}' | sed 's/^/left: /'; exit $code"]))
            .ExecuteBufferedAsync(Token);

        var output = run.StandardOutput + run.StandardError;
        run.ExitCode.ShouldBe(3, output);
        output.ShouldContain("No space left on device");
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("left: ");
    }

    private static async Task<Pipeline> ProgramAsync()
    {
        var pipeline = new Pipeline()
            .WithPackage("tool")
            .WithFile("src/main.rs", "fn main() {\n    println!(\"tool on {}\", std::env::consts::ARCH);\n}\n")
            .WithFile("CHANGELOG.md", "# Changes\n\n## [0.1.0]\n\n- The first one.\n")
            .WithFile("Cargo.lock", "version = 4\n\n[[package]]\nname = \"tool\"\nversion = \"0.1.0\"\n");
        await pipeline.CommitAsync("Begin", time: "2026-11-20T10:11:12Z");
        return pipeline;
    }

    private static async Task<string> PackAsync(Pipeline pipeline, params string[] arguments)
    {
        (await pipeline.RunAsync(["package", .. arguments])).ShouldExitWith(0);
        return Directory.GetFiles(Path.Combine(pipeline.Root, "artifacts/release"), "*.tar.gz").ShouldHaveSingleItem();
    }

    private static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static async Task SkipUnlessAsync(string program, string[] arguments, Func<string, bool> isGood, string reason)
    {
        try
        {
            var result = await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(Token);
            Assert.SkipUnless(result.ExitCode == 0 && isGood(result.StandardOutput.Trim()), reason);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip(reason);
        }
    }
}
