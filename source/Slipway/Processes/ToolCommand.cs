using System.Collections.Immutable;

namespace Slipway.Processes;

/// <summary>A program with its arguments, as a value; it runs when it is executed.</summary>
public sealed partial record ToolCommand(string Program)
{
    public ImmutableArray<string> Arguments { get; private init; } = [];

    public string WorkingDirectory { get; private init; } = Directory.GetCurrentDirectory();

    /// <summary>Variables to set, or with null to remove.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; private init; } =
        ImmutableSortedDictionary<string, string?>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What it reads from its standard input, which is the place for secrets: others see arguments and variables.</summary>
    internal string? Input { get; private init; }

    /// <summary>After this time the whole process tree is ended.</summary>
    public TimeSpan? TimeLimit { get; private init; }

    /// <summary>Whether it leaves the processors to others that want them, and so do the processes that it starts.</summary>
    public bool IsYielding { get; private init; }

    public ToolCommand WithArguments(params IEnumerable<string> arguments) => this with { Arguments = [.. arguments] };

    public ToolCommand AddArguments(params IEnumerable<string> arguments) =>
        this with { Arguments = Arguments.AddRange(arguments) };

    public ToolCommand WithWorkingDirectory(string folder) => this with { WorkingDirectory = Path.GetFullPath(folder) };

    public ToolCommand WithEnvironment(string name, string? value) =>
        this with { Environment = Environment.SetItem(name, value) };

    public ToolCommand WithEnvironment(IEnumerable<KeyValuePair<string, string?>> variables) =>
        this with { Environment = Environment.SetItems(variables) };

    public ToolCommand WithInput(string? text) => this with { Input = text };

    public ToolCommand WithTimeLimit(TimeSpan? limit) => this with { TimeLimit = limit };

    public ToolCommand WithYielding(bool yields = true) => this with { IsYielding = yields };

    /// <summary>The command line as a person would type it.</summary>
    public override string ToString() =>
        string.Join(' ', Arguments.Prepend(Path.GetFileNameWithoutExtension(Program)).Select(Quote));

    private static string Quote(string argument) =>
        argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or '$' or '*' or '|' or '&' or ';')
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
