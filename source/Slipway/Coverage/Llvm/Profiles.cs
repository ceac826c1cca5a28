using Slipway.Processes;

namespace Slipway.Coverage.Llvm;

/// <summary>Merges the profiles that processes have left, and joins them with the code.</summary>
internal sealed class Profiles(LlvmTools tools, string folder)
{
    /// <summary>Merges all that have content, and says how many have none: their processes were killed.</summary>
    /// <exception cref="SlipwayException">There is none, or one cannot be read.</exception>
    public async Task<(string Merged, int Lost)> MergeAsync(string profiles, CancellationToken cancellationToken)
    {
        var all = Directory.GetFiles(profiles, "*.profraw").Order(StringComparer.Ordinal).ToList();
        var whole = all.Where(file => new FileInfo(file).Length > 0).ToList();
        if (whole.Count == 0)
        {
            throw new SlipwayException(
                ErrorKind.Verdict,
                "No test has left a profile, so that nothing is known of what they execute.",
                "Add a test, for example with #[test] in src/lib.rs; settings of the build must not replace -Cinstrument-coverage in RUSTFLAGS.");
        }

        var list = Path.Combine(folder, "profiles.txt");
        await File.WriteAllLinesAsync(list, whole, cancellationToken);
        var merged = Path.Combine(folder, "merged.profdata");
        var output = await new ToolCommand(tools.ProfData)
            .WithArguments("merge", "-sparse", $"--input-files={list}", "-o", merged)
            .WithWorkingDirectory(folder)
            .ReadAsync(cancellationToken);
        return output.Result.Succeeded
            ? (merged, all.Count - whole.Count)
            : throw Unreadable(output.Error.Length > 0 ? output.Error : output.Output);
    }

    /// <summary>What these objects have, with the counts of the profile.</summary>
    public async Task<SortedDictionary<string, LlvmFile>> ExportAsync(
        string merged,
        string name,
        IReadOnlyCollection<string> objects,
        CancellationToken cancellationToken)
    {
        if (objects.Count == 0)
            return new SortedDictionary<string, LlvmFile>(StringComparer.Ordinal);
        // There may be more of them than a command line takes.
        var response = Path.Combine(folder, $"{name}.txt");
        await File.WriteAllLinesAsync(response, objects.SelectMany(file => new[] { "-object", Quote(file) }), cancellationToken);
        var json = Path.Combine(folder, $"{name}.json");
        await using (var file = File.Create(json))
        {
            var result = await new ToolCommand(tools.Cov)
                .WithArguments("export", "-format=text", "-skip-expansions", "-skip-branches", $"-instr-profile={merged}", $"@{response}")
                .WithWorkingDirectory(folder)
                .StreamAsync((output, token) => output.CopyToAsync(file, token), cancellationToken);
            if (result.Tail.Any(line => line.Contains("no coverage data found", StringComparison.Ordinal)))
                return new SortedDictionary<string, LlvmFile>(StringComparer.Ordinal);
            if (!result.Succeeded)
                throw Unreadable(string.Join('\n', result.Tail));
        }

        return await LlvmExport.ReadAsync(json, cancellationToken);
    }

    private static string Quote(string path) => $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private SlipwayException Unreadable(string error)
    {
        var isVersion = error.Contains("version", StringComparison.OrdinalIgnoreCase);
        // What is wrong with a file is a warning; that nothing is left is the error.
        var line = error.Split('\n')[0].Replace("warning: ", "", StringComparison.Ordinal).Replace("error: ", "", StringComparison.Ordinal);
        return new SlipwayException(
            ErrorKind.Environment,
            $"{tools} cannot read the profiles of the tests: {line.Trim()}",
            isVersion
                ? "Take the LLVM tools that belong to rustc: `rustup component add llvm-tools`."
                : "Run it again; if it stays, see that no test writes into the folder of profiles, and that the disk is not full.");
    }
}
