using Slipway.Processes;

namespace Slipway.Workflows.Local.Running;

/// <summary>Git in one folder, free of what a hook or a caller has set.</summary>
internal sealed record Git(string Folder)
{
    private static readonly string[] Removed =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE"];

    private ToolCommand Command { get; init; } = new ToolCommand("git")
        .WithWorkingDirectory(Folder)
        .WithEnvironment(Removed.Select(name => KeyValuePair.Create(name, (string?)null)))
        .WithEnvironment("GIT_TERMINAL_PROMPT", "0")
        .WithEnvironment("GIT_LITERAL_PATHSPECS", "1")
        // Without being asked actions/checkout brings no large files either.
        .WithEnvironment("GIT_LFS_SKIP_SMUDGE", "1")
        .WithEnvironment("LC_ALL", "C");

    public Git WithIndex(string file) => this with { Command = Command.WithEnvironment("GIT_INDEX_FILE", file) };

    public async Task RunAsync(CancellationToken token, params IEnumerable<string> arguments) =>
        (await Command.WithArguments(arguments).ExecuteAsync(cancellationToken: token)).EnsureSuccess();

    /// <summary>What it writes, without white space at its ends; null when it fails.</summary>
    public async Task<string?> AskAsync(CancellationToken token, params IEnumerable<string> arguments)
    {
        var output = await Command.WithArguments(arguments).ReadAsync(token);
        return output.Result.Succeeded ? output.Output.Trim() : null;
    }

    /// <summary>The paths that a command with <c>-z</c> writes.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken token, params IEnumerable<string> arguments)
    {
        var output = await Command.WithArguments(arguments).ReadAsync(token);
        output.Result.EnsureSuccess();
        // Lines are counted in by the reader of processes; a path that holds a line break is not worth more.
        return [.. output.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }
}
