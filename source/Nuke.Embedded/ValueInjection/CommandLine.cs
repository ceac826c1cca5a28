namespace Nuke.Common.ValueInjection;

/// <summary>The command line, read strictly: what is not understood is a problem, not ignored.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public List<string> Positional { get; } = [];

    public List<string> Problems { get; } = [];

    public static CommandLine Parse(IReadOnlyList<string> arguments, IReadOnlyList<BuildParameter> parameters)
    {
        var commandLine = new CommandLine();
        var index = 0;
        while (index < arguments.Count)
            index = commandLine.ParseNext(arguments, index, parameters);
        return commandLine;
    }

    /// <summary>The values given for a parameter; empty for a bare option, <c>null</c> when it is not there.</summary>
    public IReadOnlyList<string>? Find(BuildParameter parameter) => _values.GetValueOrDefault(parameter.NormalizedName);

    /// <summary>Takes over the targets and values of another command line.</summary>
    public void Override(CommandLine other)
    {
        Problems.AddRange(other.Problems);
        foreach (var (name, values) in other._values)
            _values[name] = values;
        if (other.Positional.Count == 0)
            return;
        Positional.Clear();
        Positional.AddRange(other.Positional);
    }

    // Negative numbers are values.
    public static bool IsOption(string argument)
    {
        var name = argument.AsSpan().TrimStart('-');
        return argument.StartsWith('-') && name.Length > 0
            && (char.IsLetter(name[0]) || name[0] == '?' || (char.IsAsciiDigit(name[0]) && argument.StartsWith("--", StringComparison.Ordinal)));
    }

    private int ParseNext(IReadOnlyList<string> arguments, int index, IReadOnlyList<BuildParameter> parameters)
    {
        var argument = arguments[index++];
        if (argument == "--")
        {
            for (; index < arguments.Count; index++)
                AddTargets(arguments[index]);
            return index;
        }

        if (!IsOption(argument))
        {
            AddTargets(argument);
            return index;
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var spelling = equals < 0 ? argument : argument[..equals];
        var parameter = Find(spelling, parameters);
        var following = Following(arguments, index);
        if (parameter == null)
        {
            Problems.Add($"Unknown option {spelling}.{Suggestion.For(spelling, parameters.Select(x => x.Option))} All options: --help.");
            return index + following;
        }

        if (equals >= 0)
        {
            var value = argument[(equals + 1)..];
            Add(parameter, parameter.IsList && value.Length == 0 ? [] : [value]);
            return index;
        }

        var take = parameter switch
        {
            { IsList: true } => following,
            { IsFlag: true } => following > 0 && bool.TryParse(arguments[index], out _) ? 1 : 0,
            _ => Math.Min(following, 1),
        };
        if (take == 0 && parameter is { IsList: false, IsFlag: false } && parameter.Name != BuiltInParameters.Root)
            Problems.Add($"{parameter.Option} needs a value{ValueHint(parameter)}.");
        Add(parameter, arguments.Skip(index).Take(take));
        return index + take;
    }

    private static BuildParameter? Find(string spelling, IReadOnlyList<BuildParameter> parameters)
    {
        var normalized = ParameterNames.Normalize(spelling);
        if (normalized is "h" || spelling is "-?")
            normalized = "help";
        return parameters.FirstOrDefault(x => x.NormalizedName == normalized);
    }

    private static int Following(IReadOnlyList<string> arguments, int index)
    {
        var end = index;
        while (end < arguments.Count && !IsOption(arguments[end]) && arguments[end] != "--")
            end++;
        return end - index;
    }

    private static string ValueHint(BuildParameter parameter)
        => ParameterValueSet.OfType(parameter.ElementType) is { } values
            ? ": one of " + string.Join(", ", values.Select(x => x.Text))
            : "";

    private void AddTargets(string argument) => Positional.AddRange(argument.Split('+', StringSplitOptions.RemoveEmptyEntries));

    // A list may be given in several options; of other parameters the last one counts.
    private void Add(BuildParameter parameter, IEnumerable<string> values)
    {
        if (!parameter.IsList || !_values.TryGetValue(parameter.NormalizedName, out var list))
            _values[parameter.NormalizedName] = list = [];
        list.AddRange(values);
    }
}
