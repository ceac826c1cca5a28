using Serilog;
using Slipway.Processes;

namespace Slipway.Components;

/// <summary>Runs what installs missing tools, and says so.</summary>
internal static class Provisioning
{
    /// <exception cref="CommandFailedException">A command has failed; those after it have not run.</exception>
    public static async Task RunAsync(IReadOnlyList<ToolCommand> commands, string folder, CancellationToken token)
    {
        foreach (var command in commands)
        {
            Log.Information("> {Command:l}", command.ToString());
            // Where rustup stands in its own code helps nobody.
            var result = await command.WithWorkingDirectory(folder).WithEnvironment("RUST_BACKTRACE", "0")
                .ExecuteAsync(x => Log.Debug("{Line:l}", x.Text), token);
            if (!result.Succeeded)
                throw new CommandFailedException(result, ErrorKind.Environment);
        }
    }

    /// <summary>Goes the first of several ways that leads anywhere.</summary>
    /// <exception cref="SlipwayException">The last has failed as well.</exception>
    public static async Task RunAnyAsync(IReadOnlyList<IReadOnlyList<ToolCommand>> ways, string folder, CancellationToken token)
    {
        for (var index = 0; index < ways.Count; index++)
        {
            try
            {
                await RunAsync(ways[index], folder, token);
                return;
            }
            catch (SlipwayException exception) when (exception.Kind == ErrorKind.Environment && index < ways.Count - 1)
            {
                Log.Warning("{Problem:l}", exception.Message);
            }
        }
    }
}
