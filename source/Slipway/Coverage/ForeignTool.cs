using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Coverage;

/// <summary>A cargo subcommand of others that tests and measures by itself.</summary>
internal static class ForeignTool
{
    /// <summary>Runs it with the packages and features of the request, in a target folder of its own.</summary>
    /// <param name="report">The file that it writes.</param>
    public static async Task RunAsync(
        CoverageRequest request,
        string program,
        IEnumerable<string> arguments,
        string report,
        CancellationToken cancellationToken)
    {
        File.Delete(report);
        var command = new ToolCommand(program)
            .WithArguments([.. arguments, .. SettingsOf(request.Test)])
            .WithWorkingDirectory(request.Workspace.RootFolder)
            .WithEnvironment(request.Test.Environment)
            .WithEnvironment("CARGO_TARGET_DIR", Path.Combine(request.Folder, "target"))
            .WithEnvironment("CARGO", CargoExecutable.Find());
        var result = await command.ExecuteAsync(line => request.Sink?.Invoke(new CargoEvent.Output(line.Text, line.IsError)), cancellationToken);
        if (result.Succeeded && File.Exists(report))
            return;
        if (!result.Succeeded)
            throw new CommandFailedException(result);
        throw new SlipwayException(ErrorKind.Environment, $"{command} has succeeded without writing {report}.", "Update the tool, or choose another one: --coverage-provider llvm.");
    }

    private static IEnumerable<string> SettingsOf(CargoCommand command) =>
    [
        .. command.Packages.IsEmpty ? ["--workspace"] : command.Packages.SelectMany(name => new[] { "--package", name }),
        .. command.Features.IsEmpty ? [] : new[] { "--features", string.Join(',', command.Features) },
        .. command.AllFeatures ? ["--all-features"] : Array.Empty<string>(),
        .. command.DefaultFeatures ? [] : new[] { "--no-default-features" },
        .. command.Locked ? ["--locked"] : Array.Empty<string>(),
        .. command.Offline ? ["--offline"] : Array.Empty<string>(),
        .. command.Triple is { } triple ? ["--target", triple] : Array.Empty<string>(),
        .. command.Profile is { } profile ? ["--profile", profile] : Array.Empty<string>(),
    ];
}
