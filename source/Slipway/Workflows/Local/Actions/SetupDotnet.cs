using Slipway.Processes;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary><c>actions/setup-dotnet</c>: installs nothing, but sees that what is asked for is on PATH.</summary>
internal static class SetupDotnet
{
    public static async Task<StepEnd> RunAsync(ActionCall call, CancellationToken token)
    {
        var variables = call.Leg.EnvironmentOf(call.Environment);
        if (Executables.FindIn(variables.GetValueOrDefault("PATH", "").Split(Path.PathSeparator), "dotnet") is not { } dotnet)
            return StepEnd.Failure("there is no dotnet on PATH");

        Task<ToolOutput> AskAsync(string argument, string folder) => DeskEnvironment
            .Apply(new ToolCommand(dotnet).WithArguments(argument).WithWorkingDirectory(folder), variables)
            .ReadAsync(token);

        var wanted = call.Lines("dotnet-version").ToList();
        if (wanted.Count > 0)
        {
            var installed = (await AskAsync("--list-sdks", call.Leg.Workspace)).Output.Split('\n').Select(line => line.Split(' ')[0]).ToList();
            var missing = wanted.Where(version => !installed.Exists(sdk => Fits(sdk, version))).ToList();
            return missing.Count == 0 ? StepEnd.Success : StepEnd.Failure($"there is no .NET SDK {string.Join(" and ", missing)} on this machine");
        }

        var file = call["global-json-file"];
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Length == 0 ? "global.json" : file, call.Leg.Workspace))!;
        if (file.Length > 0 && !File.Exists(Path.GetFullPath(file, call.Leg.Workspace)))
            return StepEnd.Failure($"there is no {file}");
        var answer = await AskAsync("--version", folder);
        if (!answer.Result.Succeeded)
            return StepEnd.Failure($"no .NET SDK on this machine is what {(file.Length == 0 ? "global.json" : file)} asks for");
        var version = answer.Output.Trim();
        call.Log.Note($"Not installed: the .NET SDK {version} is there.");
        return new StepEnd(RunResult.Success, Outputs: [KeyValuePair.Create("dotnet-version", version)]);
    }

    // 10, 10.0.x and 10.0.100 all are ways to ask.
    private static bool Fits(string sdk, string version)
    {
        var prefix = version.TrimEnd('x', 'X', '*', '.');
        return sdk == prefix || sdk.StartsWith(prefix + ".", StringComparison.Ordinal)
            || (version.EndsWith("xx", StringComparison.Ordinal) && sdk.StartsWith(prefix, StringComparison.Ordinal));
    }
}
