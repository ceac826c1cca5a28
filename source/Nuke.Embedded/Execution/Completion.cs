using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary><c>:complete "build.sh Ci --wo"</c> prints what the last word can become, one candidate a line.</summary>
internal static class Completion
{
    public const string Command = ":complete";

    public static int Write(NukeBuild build, ParameterService parameters, string commandLine)
    {
        foreach (var candidate in Candidates(commandLine, build.Targets, parameters.Parameters, x => x.GetValueSet(build)))
            BuildConsole.Current.WriteLine(candidate);
        return 0;
    }

    public static IEnumerable<string> Candidates(
        string commandLine,
        IReadOnlyList<ExecutableTarget> targets,
        IReadOnlyList<BuildParameter> parameters,
        Func<BuildParameter, IReadOnlyList<string>?> valueSet)
    {
        var words = commandLine.Split(' ').Skip(1).DefaultIfEmpty("").ToArray();
        var (before, last) = (words[..^1], words[^1]);
        if (last.StartsWith('-'))
        {
            return parameters
                .Where(x => x.IsList || !before.Any(y => CommandLine.IsOption(y) && ParameterNames.Same(y, x.Name)))
                .Select(x => x.Option)
                .Where(x => x.StartsWith(last, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal);
        }

        var option = before.LastOrDefault(CommandLine.IsOption);
        var parameter = option == null ? null : parameters.FirstOrDefault(x => ParameterNames.Same(x.Name, option));
        var isValue = parameter is { IsFlag: false } && (parameter.IsList || (before.Length > 0 && before[^1] == option));
        var candidates = isValue && parameter!.Name is not (BuiltInParameters.Target or BuiltInParameters.Skip)
            ? valueSet(parameter) ?? []
            : targets.Select(x => x.Name).Where(x => !before.Contains(x, StringComparer.OrdinalIgnoreCase));
        return candidates.Where(x => x.StartsWith(last, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
    }
}
