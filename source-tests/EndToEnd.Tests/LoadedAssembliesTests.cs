using System.Text;
using CliWrap.Buffered;

namespace EndToEnd.Tests;

/// <summary>The embedded servers cost only those who use them: what the runtime itself tells of the assemblies it loads.</summary>
public class LoadedAssembliesTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--plan")]
    [InlineData("toolchain")]
    public async Task A_run_without_a_rehearsal_loads_no_web_server(string argument)
    {
        var loaded = await LoadedAsync(argument);

        loaded.ShouldContain("Slipway.Components");
        loaded.ShouldNotContain("Microsoft.AspNetCore");
        loaded.ShouldNotContain("Microsoft.Extensions.Hosting");
    }

    /// <summary>The test of the test.</summary>
    [Fact]
    public async Task A_run_that_looks_at_a_rehearsal_loads_one() =>
        (await LoadedAsync("release-status")).ShouldContain("Microsoft.AspNetCore.Server.Kestrel.Core");

    /// <summary>The runtime's record of a run; the names in it are in UTF-16.</summary>
    /// <remarks>https://learn.microsoft.com/dotnet/core/diagnostics/eventpipe: 0x8 are the events of the loader, 4 is the level of information.</remarks>
    private static async Task<string> LoadedAsync(string argument)
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        await pipeline.CommitAsync("Begin");
        var trace = Path.Combine(pipeline.Root, "trace.nettrace");
        pipeline.WithVariable("DOTNET_EnableEventPipe", "1")
            .WithVariable("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x8:4")
            .WithVariable("DOTNET_EventPipeOutputPath", trace);

        var run = await pipeline.Command(argument).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        run.ExitCode.ShouldBe(0, run.StandardOutput + run.StandardError);
        var bytes = await File.ReadAllBytesAsync(trace, TestContext.Current.CancellationToken);
        // Strings begin at even places and at odd ones.
        return Encoding.Unicode.GetString(bytes) + Encoding.Unicode.GetString(bytes.AsSpan(1));
    }
}
