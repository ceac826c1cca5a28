using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary><c>--help</c>: targets in the order of the source, then the options.</summary>
internal static class HelpText
{
    private const int Width = 100;

    public static int Write(NukeBuild build, ParameterService parameters)
    {
        var console = BuildConsole.Current;
        console.WriteLine("Usage: ./build.sh [target...] [options]");
        WriteTargets(build);
        var listed = parameters.Parameters.Where(x => x.IsListed).ToList();
        WriteParameters("Options of this build", listed.Where(x => !x.IsBuiltIn), build);
        WriteParameters("Options of every build", listed.Where(x => x.IsBuiltIn), build);
        console.WriteLine();
        console.WriteLine("Options can also be given in the environment (RUST_TARGET for --rust-target, NUKE_ before those");
        console.WriteLine("of every build) and in .nuke/parameters.json. Exit codes: 0 done; 1 a target failed; 2 wrong");
        console.WriteLine("usage or configuration; 3 the environment lacks something; 130 interrupted.");
        return 0;
    }

    private static void WriteTargets(NukeBuild build)
    {
        var console = BuildConsole.Current;
        var targets = build.Targets.Where(x => x.Listed).ToList();
        if (targets.Count == 0)
            return;
        var width = targets.Max(x => x.Name.Length) + 2;
        console.WriteLine();
        console.WriteLine(console.Paint("Targets", "1"));
        foreach (var target in targets)
        {
            var dependencies = target.ExecutionDependencies.Count == 0
                ? ""
                : "-> " + string.Join(", ", target.ExecutionDependencies.Select(x => x.Name));
            var name = target.Name.PadRight(width);
            console.WriteLine($"  {console.Paint(name, target.IsDefault ? "1;36" : "36")}{target.Description}{(target.IsDefault ? " (default)" : "")}".TrimEnd());
            foreach (var line in Wrap(dependencies, Width - width - 2))
                console.WriteLine(new string(' ', width + 2) + console.Paint(line, "2"));
        }
    }

    private static void WriteParameters(string title, IEnumerable<BuildParameter> parameters, NukeBuild build)
    {
        var console = BuildConsole.Current;
        var sorted = parameters.OrderBy(x => x.Option, StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
            return;
        var width = sorted.Max(x => x.Option.Length) + 2;
        // First, for a set that cannot be found is a warning.
        var sets = sorted.ToDictionary(x => x, x => x.GetValueSet(build));
        console.WriteLine();
        console.WriteLine(console.Paint(title, "1"));
        foreach (var parameter in sorted)
        {
            var values = sets[parameter] is { } set ? $" One of: {string.Join(", ", set)}." : "";
            var text = $"{parameter.Description}{(parameter.IsBuiltIn || parameter.Description == null ? "" : ".")}{values}{(parameter.IsSecret ? " Secret." : "")}{(parameter.IsRequired ? " Required." : "")}".TrimStart();
            var lines = Wrap(text, Width - width - 2).DefaultIfEmpty("").ToList();
            console.WriteLine($"  {console.Paint(parameter.Option.PadRight(width), "36")}{lines[0]}".TrimEnd());
            foreach (var line in lines.Skip(1))
                console.WriteLine(new string(' ', width + 2) + line);
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += (line.Length == 0 ? "" : " ") + word;
        }

        if (line.Length > 0)
            yield return line;
    }
}
