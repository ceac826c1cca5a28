using Slipway.Processes;

namespace Slipway.Packaging;

/// <summary>Apple's command line tools. What they are given is in no message: some of it is secret.</summary>
/// <param name="folder">Where they are; null is where the system has them.</param>
internal sealed class AppleTools(string? folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // Apple's queue is seldom longer; the signature stays good when it is.
    private static readonly TimeSpan NotaryLimit = TimeSpan.FromMinutes(45);

    /// <summary>What it writes.</summary>
    /// <exception cref="SlipwayException">It is missing or fails.</exception>
    public async Task<string> RunAsync(string tool, string what, CancellationToken cancellationToken, params string[] arguments)
    {
        var output = await TryAsync(tool, cancellationToken, arguments);
        return output.Result.Succeeded ? output.Output : throw Failed(tool, what, output);
    }

    public Task<ToolOutput> TryAsync(string tool, CancellationToken cancellationToken, params string[] arguments)
    {
        var path = folder is null ? Executables.Find(tool) : Path.Combine(folder, tool);
        if (path is null || !File.Exists(path))
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"{tool} is not on this machine.",
                "Programs for macOS are signed on a Mac with the command line tools: xcode-select --install");
        }

        return new ToolCommand(path).WithArguments(arguments)
            .WithTimeLimit(arguments.Contains("notarytool") ? NotaryLimit : Limit)
            .ReadAsync(cancellationToken);
    }

    public static SlipwayException Failed(string tool, string what, ToolOutput output)
    {
        var reason = output.Result.TimedOut ? "it did not end in time"
            : output.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {output.Result.ExitCode}";
        return new SlipwayException(ErrorKind.Environment, $"{tool} cannot {what}: {reason}");
    }
}
