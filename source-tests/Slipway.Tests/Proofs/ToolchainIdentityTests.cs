using Slipway.Cargo;
using Slipway.Proofs;

namespace Slipway.Tests.Proofs;

/// <summary>With a rustc that is a script, which counts how often it is started.</summary>
public class ToolchainIdentityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_toolchain_is_asked_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for rustc");
        using var toolchain = Dummy("1.95.0");

        var first = await FindAsync(toolchain);
        var starts = await File.ReadAllLinesAsync(toolchain / "starts", Token);
        // As another run, which knows only what the first has written.
        ToolAnswers.Forget();
        var second = await FindAsync(toolchain);

        second.ShouldBe(first);
        starts.ShouldNotBeEmpty();
        (await File.ReadAllLinesAsync(toolchain / "starts", Token)).ShouldBe(starts);
    }

    [Fact]
    public async Task Another_rustc_is_another_toolchain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for rustc");
        using var toolchain = Dummy("1.95.0");
        var before = await FindAsync(toolchain);

        WriteRustc(toolchain, "1.95.10");

        (await FindAsync(toolchain)).ShouldNotBe(before);
    }

    [Fact]
    public async Task What_stands_behind_a_proxy_counts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for rustc");
        using var toolchain = Dummy("1.95.0");
        var before = await FindAsync(toolchain);

        toolchain.With("sysroot/lib/librustc_driver-1.so", "another compiler");

        (await FindAsync(toolchain)).ShouldNotBe(before);
    }

    [Fact]
    public async Task The_files_that_choose_a_toolchain_count()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for rustc");
        using var toolchain = Dummy("1.95.0");

        (await FindAsync(toolchain, "stable")).ShouldNotBe(await FindAsync(toolchain, "nightly"));
    }

    private static Task<string> FindAsync(RustProject toolchain, string configuration = "") => new ToolchainIdentity(
            toolchain / "store",
            name => File.Exists(toolchain / $"bin/{name}") ? toolchain / $"bin/{name}" : null)
        .FindAsync(toolchain.Folder, configuration, anew: false, Token);

    private static RustProject Dummy(string version)
    {
        var toolchain = RustProject.Empty().With("sysroot/bin/rustc", "the compiler").With("sysroot/lib/librustc_driver-1.so", "its library");
        WriteRustc(toolchain, version);
        return toolchain;
    }

    private static void WriteRustc(RustProject toolchain, string version)
    {
        toolchain.WithScript("bin/rustc", $"""
            #!/bin/sh
            echo "$*" >> '{toolchain.Folder}/starts'
            case $1 in
                --print) echo '{toolchain.Folder}/sysroot' ;;
                *) echo 'rustc {version}' ;;
            esac
            """);
    }
}
