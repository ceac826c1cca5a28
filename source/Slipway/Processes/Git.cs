namespace Slipway.Processes;

/// <summary>Git in one folder.</summary>
internal sealed record Git(string Program, string Folder)
{
    // A hook of git has these set, for the repository of the hook.
    private static readonly string[] HookVariables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

    /// <summary>Null when git is not installed.</summary>
    public static Git? Find(string folder) =>
        Executables.Find("git") is { } program ? new Git(program, folder) : null;

    public Task<ToolOutput> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        Command(arguments).ReadAsync(cancellationToken);

    public ToolCommand Command(params string[] arguments) => new ToolCommand(Program)
        // The repository's hooks are for the people who work in it.
        .WithArguments(["-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false", .. arguments])
        .WithWorkingDirectory(Folder)
        .WithEnvironment(HookVariables.Select(name => KeyValuePair.Create(name, (string?)null)))
        .WithEnvironment("GIT_TERMINAL_PROMPT", "0")
        .WithEnvironment("LC_ALL", "C");

    /// <summary>What it writes, without the end of the line; null when it fails.</summary>
    public async Task<string?> TryReadAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var output = await RunAsync(cancellationToken, arguments);
        return output.Result.Succeeded ? output.Output.TrimEnd('\n') : null;
    }

    /// <summary>The commit that a revision names.</summary>
    public Task<string?> CommitAsync(string revision, CancellationToken cancellationToken) =>
        TryReadAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}");
}
