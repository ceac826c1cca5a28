namespace Bootstrap.Tests;

public sealed class SdkTests(Compiled compiled)
{
    private static readonly string Dotnet = Tools.Find("dotnet");

    [Fact]
    public async Task Without_an_SDK_and_without_a_network_the_error_says_which_one_and_how_to_get_it()
    {
        using var repository = await compiled.CopyAsync();
        var tools = Tools.In(repository.Beside("tools")).WithAllBut("dotnet", "curl")
            .WithScript("curl", "echo 'curl: (6) Could not resolve host: dot.net' >&2; exit 6");

        var start = await Repository.StartAsync(repository.Command("./build.sh").With(("PATH", tools.Folder)));

        start.ExitCode.ShouldBe(3);
        start.Output.ShouldBeEmpty();
        start.Errors.ShouldBe(
            $"""
             build.sh: no .NET SDK for 10.0.100 (global.json) is here: installing it into {repository[".nuke/temp/dotnet-sdk"]}
             build.sh: cannot fetch https://dot.net/v1/dotnet-install.sh: curl: (6) Could not resolve host: dot.net
             build.sh: Mend it by installing the .NET SDK 10.0.100 from https://dotnet.microsoft.com/download and putting dotnet on PATH (or its folder into DOTNET_ROOT).

             """);
    }

    [Fact]
    public async Task Without_an_SDK_the_one_that_global_json_names_is_installed_and_used_from_then_on()
    {
        using var repository = await compiled.CopyAsync();
        var installer = Path.Combine(repository.Beside("web"), "install.sh");
        // Microsoft's script with its documented options; what it installs is the SDK that is here.
        await File.WriteAllTextAsync(installer,
            $$"""
              [ "$1" = --jsonfile ] && [ -f "$2" ] && [ "$3" = --install-dir ] && [ "$5" = --no-path ] || exit 9
              mkdir -p "$4" && printf '#!/bin/sh\nexec "{{Dotnet}}" "$@"\n' > "$4/dotnet" && chmod +x "$4/dotnet"
              """, TestContext.Current.CancellationToken);
        var tools = Tools.In(repository.Beside("tools")).WithAllBut("dotnet", "curl")
            .WithScript("curl", $"while [ \"$1\" != --output ]; do shift; done; [ \"$3\" = https://dot.net/v1/dotnet-install.sh ] && cp '{installer}' \"$2\"");
        var command = repository.Command("./build.sh").With(("PATH", tools.Folder));

        var first = await Repository.StartAsync(command);
        var second = await Repository.StartAsync(command);

        first.ShouldPrint("answer first").Errors.ShouldContain("installing it into");
        second.ShouldPrint("answer first").Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_SDK_on_PATH_that_global_json_does_not_accept_is_passed_over_for_the_one_in_DOTNET_ROOT()
    {
        using var repository = await compiled.CopyAsync();
        var path = Environment.GetEnvironmentVariable("PATH");
        var tools = Tools.In(repository.Beside("tools")).WithScript("dotnet", "echo 'The requested SDK was not found.' >&2; exit 145");

        var start = await Repository.StartAsync(repository.Command("./build.sh")
            .With(("PATH", $"{tools.Folder}:{path}"), ("DOTNET_ROOT", Path.GetDirectoryName(Dotnet))));

        start.ShouldHaveCompiled(0).ShouldPrint("answer first").Errors.ShouldBeEmpty();
    }
}
