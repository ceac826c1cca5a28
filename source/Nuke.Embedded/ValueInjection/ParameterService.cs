using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>Where parameter values come from: command line, then environment, then parameter files.</summary>
internal sealed class ParameterService
{
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly Lazy<ILookup<string, string>> _variablesByName;
    private readonly AbsolutePath _workingDirectory;
    private readonly Lazy<AbsolutePath> _root;
    private readonly Lazy<IReadOnlyList<ParameterFile>> _files;
    private readonly Dictionary<MemberInfo, object> _cache = [];
    private readonly Lock _cacheLock = new();

    public ParameterService(
        Type buildType,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        AbsolutePath workingDirectory,
        Func<AbsolutePath> root)
    {
        _environment = environment;
        _variablesByName = new(() => environment.Keys.ToLookup(ParameterNames.Normalize));
        _workingDirectory = workingDirectory;
        _root = new Lazy<AbsolutePath>(root);
        Parameters = BuildParameters.Of(buildType);
        CommandLine = CommandLine.Parse(arguments, Parameters);
        _files = new Lazy<IReadOnlyList<ParameterFile>>(LoadFiles);
    }

    /// <summary>The values of this process.</summary>
    public static ParameterService Current { get; set; } = null!;

    public IReadOnlyList<BuildParameter> Parameters { get; }

    public CommandLine CommandLine { get; }

    public IReadOnlyList<string> Profiles => GetBuiltIn<string[]>(BuiltInParameters.Profile) ?? [];

    public T? GetBuiltIn<T>(string name)
        where T : class
        => (T?)GetBuiltIn(name);

    // Not generic: for value types that would be compiled at run time.
    public object? GetBuiltIn(string name) => Resolve(BuiltInParameters.Get(name));

    /// <summary>Whether an option stands on the command line, with or without a value.</summary>
    public bool IsGiven(string name) => CommandLine.Find(BuiltInParameters.Get(name)) != null;

    public object? GetValue(MemberInfo member)
    {
        lock (_cacheLock)
        {
            if (_cache.TryGetValue(member, out var cached))
                return cached;
        }

        var parameter = Parameters.FirstOrDefault(x => x.Member is { } known && known.HasSameMetadataDefinitionAs(member))
            ?? BuildParameters.Of(member);
        var value = Resolve(parameter);
        if (value != null)
            Remember(member, value);
        return value;
    }

    public void Remember(MemberInfo member, object value)
    {
        lock (_cacheLock)
            _cache[member] = value;
    }

    /// <summary>Further arguments, which win over those of the command line.</summary>
    public void Override(IReadOnlyList<string> arguments) => CommandLine.Override(CommandLine.Parse(arguments, Parameters));

    /// <summary>Everything that is wrong with what was given, at once.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>(CommandLine.Problems);
        foreach (var parameter in Parameters)
        {
            try
            {
                Resolve(parameter);
            }
            catch (BuildUsageException exception)
            {
                if (!problems.Any(x => x.StartsWith(parameter.Option + " needs", StringComparison.Ordinal)))
                    problems.Add(exception.Message);
            }
        }

        foreach (var file in _files.Value)
        {
            foreach (var name in file.Names.Where(x => x != "$schema" && Parameters.All(y => y.Name != x)))
                problems.Add($"{file.DisplayName}:{file.Find(name)!.Line}: unknown parameter '{name}'.{Suggestion.For(name, Parameters.Select(x => x.Name))}");
        }

        return problems;
    }

    private object? Resolve(BuildParameter parameter)
    {
        if (CommandLine.Find(parameter) is { } given)
            return Convert(given, parameter, _workingDirectory, parameter.Option);
        if (FindVariable(parameter) is var (name, value))
            return value.Length == 0 && !parameter.IsFlag ? null : Convert(SplitVariable(value, parameter), parameter, _workingDirectory, $"environment variable {name}");

        // Which files there are must be known before they are read.
        if (parameter.IsBuiltIn && parameter.Name is BuiltInParameters.Profile or BuiltInParameters.Root)
            return null;

        foreach (var file in _files.Value)
        {
            if (file.Find(parameter.Name) is not { } entry)
                continue;
            var source = $"{file.DisplayName}:{entry.Line}: {parameter.Name}";
            if (entry.Json != null)
                return Guard(() => FromJson(entry.Json, parameter.Type), parameter, source);
            if (parameter.IsSecret && entry.Texts is [var text] && text.StartsWith("v1:", StringComparison.Ordinal))
                throw new BuildUsageException($"{source}: encrypted values are not supported; give the secret in the environment.");
            if (entry.Texts != null)
                return Convert(entry.Texts, parameter, _root.Value, source);
        }

        return null;
    }

    private static object? Convert(IReadOnlyList<string> texts, BuildParameter parameter, AbsolutePath directory, string source)
    {
        // `--root` without a value means the working directory.
        if (parameter.Name == BuiltInParameters.Root && texts.Count == 0)
            return (string)directory;
        return Guard(() => ParameterConverter.Convert(texts, parameter, directory), parameter, source);
    }

    private static object? Guard(Func<object?> convert, BuildParameter parameter, string source)
    {
        try
        {
            return convert();
        }
        catch (FormatException exception)
        {
            var message = parameter.IsSecret ? "the value does not fit (not shown: it is a secret)" : exception.Message;
            throw new BuildUsageException($"{source}: {message}{(message.EndsWith('?') ? "" : ".")}");
        }
    }

    private static object? FromJson(string json, Type type)
    {
        try
        {
            return Newtonsoft.Json.JsonConvert.DeserializeObject(json, type);
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new FormatException($"this is not a {type.Name}: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    // The engine's own parameters have common names (HOST, TARGET, ROOT), so only their prefixed form counts.
    private (string Name, string Value)? FindVariable(BuildParameter parameter)
    {
        if (!parameter.IsBuiltIn && _environment.TryGetValue(parameter.Name, out var exact))
            return (parameter.Name, exact);

        var names = _variablesByName.Value["nuke" + parameter.NormalizedName].ToList();
        if (!parameter.IsBuiltIn)
            names.AddRange(_variablesByName.Value[parameter.NormalizedName]);
        if (names.Exists(x => _environment[x] != _environment[names[0]]))
        {
            throw new BuildUsageException(
                $"{parameter.Option}: the environment names it several times, with different values: {string.Join(", ", names.Order(StringComparer.Ordinal))}. Keep one.");
        }

        return names.Count == 0 ? null : (names[0], _environment[names[0]]);
    }

    private static IReadOnlyList<string> SplitVariable(string value, BuildParameter parameter)
        => parameter.IsList && parameter.Attribute?.Separator == null
            ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [value];

    private IReadOnlyList<ParameterFile> LoadFiles()
        => [.. Profiles.Reverse().Select(x => ParameterFile.Load(_root.Value, x)!), .. ParameterFile.Load(_root.Value, profile: null) is { } file ? [file] : Array.Empty<ParameterFile>()];
}
