using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Proofs;

/// <summary>
/// Which toolchain works in a folder. The tools are asked once; then their files tell that they are still the same: those
/// on PATH, which may be rustup's proxies, and those that they stand for.
/// </summary>
/// <param name="store">Where their answers are kept.</param>
/// <param name="locate">Where a program is.</param>
internal sealed class ToolchainIdentity(string store, Func<string, string?> locate)
{
    private const int Most = 50;

    private static readonly string[] Launchers = ["rustc", "cargo-clippy", "clippy-driver", "cargo-fmt", "rustfmt", "cc"];

    private static readonly string[] Programs = ["rustc", "cargo", "cargo-clippy", "clippy-driver", "cargo-fmt", "rustfmt"];

    private static readonly (string Program, string[] Arguments)[] Questions =
    [
        ("rustc", ["-vV"]), ("cargo", ["--version"]), ("cargo-clippy", ["clippy", "--version"]), ("rustfmt", ["--version"]),
    ];

    /// <summary>The programs that the pipeline starts.</summary>
    public static string? Locate(string name) => name == "cargo"
        ? CargoExecutable.TryFind()
        : Executables.Find(name, CargoExecutable.HomeFolders());

    /// <param name="configuration">What stands for the files that choose a toolchain.</param>
    /// <param name="anew">Whether the tools are asked whatever they said before.</param>
    public async Task<string> FindAsync(string folder, string configuration, bool anew, CancellationToken cancellationToken = default)
    {
        var outside = Hash([configuration, folder, .. Variables.Of(VariableScope.Tools), .. Launchers.Prepend("cargo").Select(name => ToolStamp.Of(locate(name)))]);
        var file = Path.Combine(store, $"{outside}.json");
        if (!anew && await ReadAsync(file, cancellationToken) is { } known && Stamps(known.Folder) == known.Stamps)
            return Hash([outside, known.Answers, known.Stamps]);
        var asked = await AskAsync(folder, cancellationToken);
        await AtomicFile.WriteTextAsync(file, JsonSerializer.Serialize(asked, ProofJson.Readable.ToolchainAnswers) + "\n", cancellationToken);
        ProofStore.Prune(store, Most);
        return Hash([outside, asked.Answers, asked.Stamps]);
    }

    private async Task<ToolchainAnswers> AskAsync(string folder, CancellationToken cancellationToken)
    {
        var asking = AskAsync("rustc", ["--print", "sysroot"], folder, cancellationToken);
        var answers = await Task.WhenAll(Questions.Select(x => AskAsync(x.Program, x.Arguments, folder, cancellationToken)));
        var root = (await asking).Trim();
        return new ToolchainAnswers(root, string.Concat(answers), Stamps(root));
    }

    private async Task<string> AskAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        if (locate(program) is not { } path)
            return $"no {program}\n";
        try
        {
            var output = await ToolAnswers.AskAsync(path, arguments, folder, cancellationToken);
            return output.Output + (output.Result.Succeeded ? "" : $"{program} failed\n");
        }
        // What a broken tool means is said by the gate that needs it.
        catch (SlipwayException)
        {
            return $"{program} does not start\n";
        }
    }

    private static async Task<ToolchainAnswers?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(file, cancellationToken), ProofJson.Readable.ToolchainAnswers)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What rustc does is in a library beside it; both are replaced by an update.
    private static string Stamps(string root)
    {
        if (!Path.IsPathRooted(root))
            return "";
        var programs = Programs.Select(name => Path.Combine(root, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name));
        var library = Path.Combine(root, OperatingSystem.IsWindows() ? "bin" : "lib");
        IEnumerable<string> drivers = Directory.Exists(library) ? Directory.EnumerateFiles(library, "*rustc_driver*").Order(StringComparer.Ordinal) : [];
        return string.Join('\n', programs.Concat(drivers).Select(ToolStamp.Of));
    }

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}

/// <summary>What the tools said of themselves.</summary>
/// <param name="Folder">Where the toolchain is.</param>
/// <param name="Stamps">What its files were like.</param>
internal sealed record ToolchainAnswers(string Folder, string Answers, string Stamps);
