namespace Slipway.Processes;

/// <summary>Git in one folder, free of what a hook or a caller has set.</summary>
internal sealed record Git
{
    private static readonly string[] Removed =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE"];

    private readonly ToolCommand _command;

    private Git(ToolCommand command) => _command = command;

    /// <summary>Null when git is not installed.</summary>
    public static Git? Find(string folder) => Executables.Find("git") is { } program
        ? new Git(new ToolCommand(program)
            // The repository's hooks are for the people who work in it.
            .WithArguments("-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false")
            .WithWorkingDirectory(folder)
            .WithEnvironment(Removed.Select(name => KeyValuePair.Create(name, (string?)null)))
            .WithEnvironment("GIT_TERMINAL_PROMPT", "0")
            .WithEnvironment("LC_ALL", "C"))
        : null;

    /// <exception cref="SlipwayException">Git is not installed.</exception>
    public static Git Get(string folder) =>
        Find(folder) ?? throw new SlipwayException(ErrorKind.Environment, "git is not installed, or not on PATH.");

    public Git WithVariable(string name, string value) => new(_command.WithEnvironment(name, value));

    public ToolCommand Command(params IEnumerable<string> arguments) => _command.AddArguments(arguments);

    public Task<ToolOutput> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments) =>
        Command(arguments).ReadAsync(cancellationToken);

    /// <exception cref="CommandFailedException">It fails.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments) =>
        (await Command(arguments).ExecuteAsync(cancellationToken: cancellationToken)).EnsureSuccess();

    /// <summary>What it writes, without the end of the line; null when it fails.</summary>
    public async Task<string?> TryReadAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var output = await RunAsync(cancellationToken, arguments);
        return output.Result.Succeeded ? output.Output.TrimEnd('\n') : null;
    }

    /// <summary>The paths that a command with <c>-z</c> writes.</summary>
    /// <exception cref="CommandFailedException">It fails.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var output = await RunAsync(cancellationToken, arguments);
        output.Result.EnsureSuccess();
        // Lines are counted in by the reader of processes; a path that holds a line break is not worth more.
        return [.. output.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The commit that a revision names.</summary>
    public Task<string?> CommitAsync(string revision, CancellationToken cancellationToken) =>
        TryReadAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}");
}
