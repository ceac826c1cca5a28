using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Coverage.Llvm;

/// <summary>Looks for LLVM's tools where rustup, the system's packages and the user's variables put them.</summary>
internal static partial class LlvmToolFinder
{
    private const string ProfData = "llvm-profdata";
    private const string Cov = "llvm-cov";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The version of LLVM that rustc compiles with.</summary>
    public static async Task<int> CompilerAsync(string folder, CancellationToken cancellationToken) =>
        VersionIn(await RustTargets.CompilerAsync(folder, cancellationToken)) ?? throw new SlipwayException(
            ErrorKind.Environment,
            "rustc does not say which LLVM it compiles with.",
            "Coverage needs a rustc with LLVM, such as that of rustup.");

    public static async Task<LlvmTools?> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var compiler = await CompilerAsync(folder, cancellationToken);
        var pairs = new List<(string ProfData, string Cov, string Origin)>();
        if (Environment.GetEnvironmentVariable("LLVM_PROFDATA") is { Length: > 0 } profData
            && Environment.GetEnvironmentVariable("LLVM_COV") is { Length: > 0 } cov)
            pairs.Add((profData, cov, "LLVM_PROFDATA and LLVM_COV"));
        else
            pairs.AddRange([.. await OfRustupAsync(folder, cancellationToken), .. OfSystem()]);
        var candidates = new List<LlvmTools>();
        foreach (var (data, export, origin) in pairs)
        {
            var versions = (await VersionAsync(data, cancellationToken), await VersionAsync(export, cancellationToken));
            // A pair of two versions does not work: one does not read what the other has written.
            if (versions is ({ } version, { } other) && version == other)
                candidates.Add(new LlvmTools(data, export, version, origin));
        }

        return LlvmTools.Choose(candidates, compiler);
    }

    private static async Task<IReadOnlyList<(string, string, string)>> OfRustupAsync(string folder, CancellationToken cancellationToken)
    {
        var rustc = CargoExecutable.TryFindCompiler()!;
        var output = await ToolAnswers.AskAsync(rustc, ["--print", "target-libdir"], folder, cancellationToken);
        var bin = Path.Combine(Path.GetDirectoryName(output.Output.Trim()) ?? "", "bin");
        return Executables.FindIn([bin], ProfData) is { } data && Executables.FindIn([bin], Cov) is { } cov
            ? [(data, cov, "rustup's component llvm-tools")]
            : [];
    }

    private static IEnumerable<(string, string, string)> OfSystem()
    {
        foreach (var folder in Executables.Folders().Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, $"{ProfData}*"))
            {
                var suffix = Path.GetFileName(file)[ProfData.Length..];
                var cov = Path.Combine(folder, Cov + suffix);
                if (Suffix().IsMatch(suffix) && File.Exists(cov))
                    yield return (file, cov, file);
            }
        }
    }

    private static async Task<int?> VersionAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            var output = await new ToolCommand(program).WithArguments("--version").WithTimeLimit(Patience).ReadAsync(cancellationToken);
            return output.Result.Succeeded ? VersionIn(output.Output) : null;
        }
        catch (SlipwayException exception) when (exception.Kind == ErrorKind.Environment)
        {
            return null;
        }
    }

    internal static int? VersionIn(string text) =>
        Version().Match(text) is { Success: true } match
        && int.TryParse(match.Groups["major"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    [GeneratedRegex(@"LLVM version:? (?<major>\d+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(-\d+)?(\.exe)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Suffix();
}
