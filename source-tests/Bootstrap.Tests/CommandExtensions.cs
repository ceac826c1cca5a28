using CliWrap;

namespace Bootstrap.Tests;

public static class CommandExtensions
{
    /// <summary>With these environment variables as well; null takes one away.</summary>
    public static Command With(this Command command, params (string Name, string? Value)[] variables) =>
        command.WithEnvironmentVariables(
            command.EnvironmentVariables
                .Where(known => variables.All(variable => variable.Name != known.Key))
                .Concat(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
                .ToDictionary());
}
