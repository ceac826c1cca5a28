using System.Text.RegularExpressions;
using Slipway.Cargo;
using Slipway.Coverage.Llvm;
using Slipway.Processes;

namespace Slipway.Coverage;

/// <summary>Finds what measures coverage.</summary>
public static partial class CoverageTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The tool that was chosen, or the first that is there; null when it is not.</summary>
    /// <param name="folder">Where a <c>rust-toolchain.toml</c> may choose a toolchain.</param>
    public static async Task<ICoverageTool?> FindAsync(
        CoverageProvider provider,
        string folder,
        CancellationToken cancellationToken = default) => provider switch
        {
            CoverageProvider.Llvm => await LlvmAsync(folder, cancellationToken),
            CoverageProvider.CargoLlvmCov => await CargoLlvmCovAsync(folder, cancellationToken),
            CoverageProvider.Tarpaulin => await TarpaulinAsync(folder, cancellationToken),
            _ => await LlvmAsync(folder, cancellationToken)
                ?? await CargoLlvmCovAsync(folder, cancellationToken)
                ?? await TarpaulinAsync(folder, cancellationToken),
        };

    /// <summary>What says that there is none, and how to get one.</summary>
    public static async Task<SlipwayException> MissingAsync(CoverageProvider provider, string folder, CancellationToken cancellationToken = default)
    {
        var (what, remedy) = provider switch
        {
            CoverageProvider.CargoLlvmCov => (CargoLlvmCov.Name, $"`cargo install {CargoLlvmCov.Name}`"),
            CoverageProvider.Tarpaulin => (Tarpaulin.Name, $"`cargo install {Tarpaulin.Name}`"),
            _ => ("LLVM tools that fit rustc", string.Join(" and ", (await ProvisionAsync(folder, cancellationToken)).FirstOrDefault([]).Select(command => $"`{command}`"))),
        };
        return new SlipwayException(
            ErrorKind.Environment,
            provider == CoverageProvider.Auto ? $"There is nothing to measure coverage with: no {what}, no {CargoLlvmCov.Name}, no {Tarpaulin.Name}." : $"Not found: {what}, which --coverage-provider asks for.",
            remedy.Length == 0 ? "Install llvm-profdata and llvm-cov of the LLVM version that `rustc -vV` names, and put them on PATH." : $"Run {remedy}, or let --provision do it.");
    }

    /// <inheritdoc cref="Provision.LlvmTools"/>
    public static async Task<IReadOnlyList<IReadOnlyList<ToolCommand>>> ProvisionAsync(string folder, CancellationToken cancellationToken = default)
    {
        var hasRustup = Executables.Find("rustup", CargoExecutable.HomeFolders()) is not null;
        var compiler = await LlvmToolFinder.CompilerAsync(folder, cancellationToken);
        return Provision.LlvmTools(compiler, PackageManagers.Detect(), hasRustup, Environment.UserName == "root");
    }

    private static async Task<ICoverageTool?> LlvmAsync(string folder, CancellationToken cancellationToken) =>
        await LlvmToolFinder.FindAsync(folder, cancellationToken) is { } tools ? new LlvmCoverage(tools) : null;

    private static async Task<ICoverageTool?> CargoLlvmCovAsync(string folder, CancellationToken cancellationToken) =>
        await FindAsync(CargoLlvmCov.Name, ["llvm-cov", "--version"], folder, cancellationToken) is var (program, version)
            ? new CargoLlvmCov(program, version)
            : null;

    private static async Task<ICoverageTool?> TarpaulinAsync(string folder, CancellationToken cancellationToken) =>
        await FindAsync(Tarpaulin.Name, ["tarpaulin", "--version"], folder, cancellationToken) is var (program, version)
            ? new Tarpaulin(program, version)
            : null;

    private static async Task<(string Program, string Version)?> FindAsync(
        string name,
        string[] arguments,
        string folder,
        CancellationToken cancellationToken)
    {
        if (Executables.Find(name, CargoExecutable.HomeFolders()) is not { } program)
            return null;
        var output = await new ToolCommand(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithTimeLimit(Patience)
            .ReadAsync(cancellationToken);
        return output.Result.Succeeded && Version().Match(output.Output) is { Success: true } match ? (program, match.Value) : null;
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
