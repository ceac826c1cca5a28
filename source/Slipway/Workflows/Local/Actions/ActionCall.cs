using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary>A step that uses an action, with its inputs.</summary>
/// <param name="Uses">As the workflow names it, such as <c>actions/checkout@v7</c>.</param>
internal sealed record ActionCall(
    LegState Leg,
    string Uses,
    IReadOnlyList<KeyValuePair<string, string>> Inputs,
    IReadOnlyList<KeyValuePair<string, string>> Environment,
    RunLog Log)
{
    /// <summary>The action without its version.</summary>
    public string Name => Uses.Split('@')[0].ToLowerInvariant();

    /// <summary>An input, or nothing when it is not given.</summary>
    public string this[string name] =>
        Inputs.LastOrDefault(input => input.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.Trim() ?? "";

    public bool Flag(string name) => this[name].Equals("true", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> Lines(string name) =>
        this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string PathOf(string name) => Path.GetFullPath(this[name], Leg.Workspace);

    /// <summary>Fails when an input asks for what is not done here: it must not be ignored.</summary>
    public void Refuse(string name, params IEnumerable<string> harmless)
    {
        var value = this[name];
        if (value.Length > 0 && !harmless.Contains(value, StringComparer.OrdinalIgnoreCase))
            throw new SlipwayException(ErrorKind.Configuration, $"{Name} with `{name}: {value}` is not performed here.");
    }
}
