namespace Slipway.Cargo;

/// <summary>Whether this machine can build for the targets that were asked for, and run what it builds.</summary>
public static class RustTargets
{
    /// <summary>The triples without a standard library here; a triple that rustc does not know is an error.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(
        IReadOnlyCollection<string> triples,
        string folder,
        CancellationToken cancellationToken = default)
    {
        if (triples.Count == 0)
            return [];
        var known = (await RunAsync(["--print", "target-list"], folder, cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var missing = new List<string>();
        foreach (var triple in triples.Where(triple => !triple.EndsWith(".json", StringComparison.Ordinal)))
        {
            if (!known.Contains(triple, StringComparer.Ordinal))
            {
                throw new SlipwayException(
                    ErrorKind.Configuration,
                    $"--rust-target: rustc knows no target '{triple}'.",
                    "`rustc --print target-list` shows all, for example x86_64-unknown-linux-gnu.");
            }

            var library = (await RunAsync(["--print", "target-libdir", "--target", triple], folder, cancellationToken)).Trim();
            if (!Directory.Exists(library))
                missing.Add(triple);
        }

        return missing;
    }

    /// <summary>The triple that rustc builds for when it is not told any.</summary>
    public static async Task<string> HostAsync(string folder, CancellationToken cancellationToken = default) =>
        (await CompilerAsync(folder, cancellationToken)).Split('\n').First(line => line.StartsWith("host: ", StringComparison.Ordinal))["host: ".Length..].Trim();

    /// <summary>What rustc says of itself: version, commit, host and LLVM.</summary>
    public static Task<string> CompilerAsync(string folder, CancellationToken cancellationToken = default) =>
        RunAsync(["-vV"], folder, cancellationToken);

    /// <summary>Whether a program for one triple runs on a machine of another: same processor, same system.</summary>
    public static bool Runs(string triple, string host)
    {
        var (parts, own) = (triple.Split('-'), host.Split('-'));
        return parts.Length > 2 && own.Length > 2 && parts[0] == own[0] && parts[2] == own[2];
    }

    private static async Task<string> RunAsync(string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var rustc = CargoExecutable.TryFindCompiler()
            ?? throw new SlipwayException(ErrorKind.Environment, "rustc is not installed, or not on PATH.", "Install Rust from https://rustup.rs.");
        var output = await ToolAnswers.AskAsync(rustc, arguments, folder, cancellationToken);
        output.Result.EnsureSuccess();
        return output.Output;
    }
}
