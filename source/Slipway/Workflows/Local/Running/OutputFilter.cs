using System.Text.RegularExpressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>Reads the commands in a step's output, such as <c>::add-mask::</c>, and hides secrets in it.</summary>
internal sealed partial class OutputFilter(SecretMask mask)
{
    private string? _stopped;

    /// <summary>Outputs set the old way.</summary>
    public List<KeyValuePair<string, string>> Outputs { get; } = [];

    public string Pass(string line)
    {
        var match = CommandPattern().Match(line);
        if (match.Success)
            Perform(match.Groups["command"].Value, match.Groups["properties"].Value, Decode(match.Groups["value"].Value));
        return mask.Apply(line);
    }

    private void Perform(string command, string properties, string value)
    {
        if (_stopped != null)
        {
            if (command == _stopped)
                _stopped = null;
            return;
        }

        switch (command)
        {
            case "add-mask" when value.Trim().Length > 0:
                mask.Add(value);
                break;
            case "stop-commands" when value.Length > 0:
                _stopped = value;
                break;
            case "set-output" when properties.StartsWith("name=", StringComparison.Ordinal):
                Outputs.Add(KeyValuePair.Create(properties["name=".Length..], value));
                break;
        }
    }

    private static string Decode(string text) => text
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("%25", "%", StringComparison.Ordinal);

    [GeneratedRegex(@"\A\s*::(?<command>[^:\s]+)(?: (?<properties>.*?))?::(?<value>.*)\z", RegexOptions.Singleline)]
    private static partial Regex CommandPattern();
}
