using CliWrap;
using CliWrap.Buffered;

namespace EndToEnd.Tests;

public class EngineSwitchTests
{
    // Where they cannot be had, the packages are all that is missing: nothing else of the build stands in the way.
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task The_genuine_packages_are_all_that_the_other_engine_needs(string ci)
    {
        var folder = Directory.CreateTempSubdirectory("no-packages-");
        try
        {
            var result = await Cli.Wrap("dotnet")
                .WithArguments(
                [
                    "restore", Path.Combine(Repository.Root, "build", "_build.csproj"),
                    "-p:NukeEngine=Package", "-p:CI=" + ci, "--source", folder.FullName, "-p:ArtifactsPath=" + folder.FullName, "-p:NuGetAudit=false",
                ])
                .WithEnvironmentVariables(x => x.Set("DOTNET_CLI_UI_LANGUAGE", "en"))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
            var errors = result.StandardOutput.Split('\n').Where(x => x.Contains("error ", StringComparison.Ordinal)).ToList();
            // A machine may have the packages already.
            (errors.Count == 0).ShouldBe(result.ExitCode == 0, result.StandardOutput);
            errors.ShouldAllBe(x => x.Contains("NU1101: Unable to find package Nuke.Com", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
