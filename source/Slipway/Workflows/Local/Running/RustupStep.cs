using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Workflows.Local.Running;

/// <summary>
/// The one exception to "exactly the commands": a step that does nothing but install a Rust toolchain is satisfied by
/// the one that is there, because running a workflow must not change the toolchains of a desk. When rustup is there and
/// lacks the toolchain, the step runs as it stands.
/// </summary>
internal static partial class RustupStep
{
    public static async Task<bool> IsSatisfiedAsync(
        string text,
        ImmutableSortedDictionary<string, string> variables,
        string folder,
        RunLog log,
        CancellationToken token)
    {
        var match = InstallPattern().Match(text.Trim());
        if (!match.Success)
            return false;
        var folders = variables.GetValueOrDefault("PATH", "").Split(Path.PathSeparator);
        if (Executables.FindIn(folders, "rustup") is not { } rustup)
        {
            if (Executables.FindIn(folders, "rustc") is not { } rustc)
                return false;
            log.Note($"Not performed: there is no rustup here, and {rustc} stands for the toolchain.");
            return true;
        }

        var installed = await AskAsync(rustup, ["toolchain", "list"], variables, folder, token);
        // Without a name it is the one that the folder asks for.
        var wanted = match.Groups["name"].Success
            ? match.Groups["name"].Value
            : await AskAsync(rustup, ["show", "active-toolchain"], variables, folder, token) is [var active, ..] ? active : null;
        var found = installed.FirstOrDefault(name => name == wanted || name.StartsWith($"{wanted}-", StringComparison.Ordinal));
        if (wanted is null || found is null)
            return false;
        var targets = Targets(match, variables);
        if (targets.Count > 0 && targets.Except(await AskAsync(rustup, ["target", "list", "--installed", "--toolchain", found], variables, folder, token)).Any())
            return false;
        log.Note($"Not performed: the toolchain {found} is there already.");
        return true;
    }

    private static IReadOnlyList<string> Targets(Match match, ImmutableSortedDictionary<string, string> variables) =>
    [
        .. match.Groups["option"].Captures.Zip(match.Groups["value"].Captures)
            .Where(x => x.First.Value == "target")
            .SelectMany(x => (x.Second.Value.StartsWith('"') ? variables.GetValueOrDefault(x.Second.Value[2..^1], "") : x.Second.Value).Split(',', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static async Task<IReadOnlyList<string>> AskAsync(
        string rustup,
        IEnumerable<string> arguments,
        ImmutableSortedDictionary<string, string> variables,
        string folder,
        CancellationToken token)
    {
        var command = new ToolCommand(rustup).WithArguments(arguments).WithWorkingDirectory(folder);
        var output = await DeskEnvironment.Apply(command, variables).ReadAsync(token);
        return output.Result.Succeeded
            ? [.. output.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])]
            : [];
    }

    // Options and their values, plain or a quoted variable: nothing that a shell would read as a further command. An
    // option without a value captures an empty one, so that both groups count alike.
    [GeneratedRegex("""\Arustup toolchain install(?: (?<name>[A-Za-z0-9][\w.-]*))?(?: --(?<option>[a-z-]+)(?:[ =](?=[\w"])|(?= |\z))(?<value>[\w.,][\w.,-]*|"\$[A-Z_]+"|))*\z""")]
    private static partial Regex InstallPattern();
}
