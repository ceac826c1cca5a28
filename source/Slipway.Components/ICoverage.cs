using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Coverage;
using Slipway.Coverage.Reports;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>Coverage</c>: tests execute enough of the code, all of the safety module, and what a change changes.</summary>
public interface ICoverage : IHazTests, IHazBase
{
    /// <summary>What measures.</summary>
    [Parameter("What measures coverage: auto, llvm, cargo-llvm-cov or tarpaulin; default: auto")]
    string CoverageProvider => TryGetValue(() => CoverageProvider) ?? "auto";

    /// <summary>Percent of all lines; null is what the build class says.</summary>
    [Parameter("Percent of the lines that tests must execute; default: 80")]
    double? CoverageLines => TryGetValue<double?>(() => CoverageLines!);

    /// <summary>Percent of the safety module; null is what the build class says.</summary>
    [Parameter("Percent of the safety module's lines, regions and functions; default: 100")]
    double? CoverageSafety => TryGetValue<double?>(() => CoverageSafety!);

    /// <summary>Percent of the changed lines; null is what the build class says.</summary>
    [Parameter("Percent of the changed lines that tests must execute; default: 80")]
    double? CoveragePatch => TryGetValue<double?>(() => CoveragePatch!);

    /// <summary>Points below the base; null is what the build class says.</summary>
    [Parameter("Points that coverage may fall since the base; default: 1")]
    double? CoverageDrop => TryGetValue<double?>(() => CoverageDrop!);

    /// <summary>The build class's limit for all lines in percent; null is 80.</summary>
    double? MinCoverageLines => null;

    /// <summary>The build class's limit for the safety module in percent; null is 100.</summary>
    double? MinCoverageSafety => null;

    /// <summary>The build class's limit for changed lines in percent; null is 80.</summary>
    double? MinCoveragePatch => null;

    /// <summary>The build class's limit for a drop in points; null is 1.</summary>
    double? MaxCoverageDrop => null;

    /// <summary>The files of the safety module, as patterns of paths below a package; none is no such module.</summary>
    IReadOnlyList<string> SafetyCoverage => CoverageLimits.DefaultSafetyFiles;

    /// <summary>What a stage <c>Produces</c> beside the gates' own results.</summary>
    sealed string[] CoverageReports => [ReportDirectory / "coverage.json", ReportDirectory / "lcov.info", ReportDirectory / "cobertura.xml"];

    /// <summary>How tests are compiled to be measured: as a developer does, without optimisation.</summary>
    sealed CargoCommand CoverageCommand => CargoCommand.Test.Apply(CargoSettingsBase).Apply(CargoSettings).Apply(CoverageSettings);

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> CoverageSettings => _ => _;

    private AbsolutePath CoverageDirectory => TemporaryDirectory / "coverage";

    private AbsolutePath EndToEndScriptOrNone => (this as IEndToEndTest)?.EndToEndScript!;

    Target Coverage => _ => _
        .Description("Measures what the tests execute, and compares it with the base")
        .TryDependsOn<IToolchain>()
        .TryAfter<IUnitTest>()
        .TryAfter<IIntegrationTest>()
        .TryAfter<ISafetyTest>()
        .TryAfter<IEndToEndTest>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Coverage), GateStage.Gates, async token =>
        {
            var limits = GetLimits();
            if (await FindToolAsync(token) is not { } tool)
                return;
            Log.Information("Measured with {Tool:l}", tool.Title);
            var request = new CoverageRequest(CoverageCommand, CargoCommand.Build.Apply(CargoSettingsBase).Apply(CargoSettings).Apply(CoverageSettings), CoverageDirectory)
            {
                Script = EndToEndScriptOrNone,
                Options = GetTestOptions(TestSuite.Unit.Name),
                Sink = PipelineLog.WriteQuietly,
                TestSink = x => Log.Debug("{Package:l} {Name:l}: {Count} tests", x.Package, x.Name, x.Cases.Count),
            };
            var measurer = new CoverageMeasurer(tool, BaseDirectory / "coverage", History, x => Log.Debug("{Line:l}", x));
            var facts = await measurer.MeasureAsync(request, await FindBaseAsync(token), token);
            if (facts.Base is { IsStored: true })
                Log.Information("The base was measured by an earlier run");
            await WriteReportsAsync(facts.Data, token);
            Judge(CoverageGate.Judge(facts, limits, RootDirectory, IsServerBuild && !AllowedSkips.Contains(nameof(Coverage))));
        }));

    // On a desk, what is not installed is no reason to stop; a server's no would never be heard.
    private async Task<ICoverageTool?> FindToolAsync(CancellationToken token)
    {
        var provider = GetProvider();
        var folder = CargoWorkspace.RootFolder;
        var tool = await CoverageTools.FindAsync(provider, folder, token);
        if (tool == null && this is IToolchain { Provision: true })
        {
            await Provisioning.RunAnyAsync(await CoverageTools.ProvisionAsync(folder, token), folder, token);
            tool = await CoverageTools.FindAsync(provider, folder, token);
        }

        if (tool != null)
            return tool;
        var missing = await CoverageTools.MissingAsync(provider, folder, token);
        if (provider != Slipway.Coverage.CoverageProvider.Auto || IsServerBuild && !AllowedSkips.Contains(nameof(Coverage)))
            throw missing;
        Judge(GateResult.Skipped(nameof(Coverage), GateStage.Gates, $"{missing.Message} {missing.Hint}"));
        return null;
    }

    private CoverageProvider GetProvider() => CoverageProvider.ToLowerInvariant() switch
    {
        "auto" => Slipway.Coverage.CoverageProvider.Auto,
        "llvm" => Slipway.Coverage.CoverageProvider.Llvm,
        "cargo-llvm-cov" => Slipway.Coverage.CoverageProvider.CargoLlvmCov,
        "tarpaulin" or "cargo-tarpaulin" => Slipway.Coverage.CoverageProvider.Tarpaulin,
        _ => throw new SlipwayException(
            ErrorKind.Configuration,
            $"--coverage-provider is '{CoverageProvider}'.",
            "It can be auto, llvm, cargo-llvm-cov or tarpaulin."),
    };

    private async Task WriteReportsAsync(CoverageData data, CancellationToken token)
    {
        var reports = PipelineState.Of(this).Reports(this);
        await AtomicFile.WriteTextAsync(reports.CoverageJson, CoverageFile.Write(data), token);
        await AtomicFile.WriteTextAsync(reports.Lcov, LcovFile.Write(data), token);
        await AtomicFile.WriteTextAsync(reports.Cobertura, CoberturaFile.Write(data, CargoWorkspace.RootFolder, TimeProvider.System.GetUtcNow()), token);
    }

    private CoverageLimits GetLimits() => new(
        Limit("--coverage-lines", CoverageLines, MinCoverageLines, Threshold.AtLeast) ?? CoverageLimits.Default.Lines,
        Limit("--coverage-safety", CoverageSafety, MinCoverageSafety, Threshold.AtLeast) ?? CoverageLimits.Default.Safety,
        Limit("--coverage-patch", CoveragePatch, MinCoveragePatch, Threshold.AtLeast) ?? CoverageLimits.Default.Patch,
        Limit("--coverage-drop", CoverageDrop, MaxCoverageDrop, Threshold.AtMost) ?? CoverageLimits.Default.Drop)
    {
        SafetyFiles = SafetyCoverage,
    };

    private static Threshold? Limit(string option, double? given, double? declared, Func<double, string?, Threshold> threshold)
    {
        if (given is { } number && !(number is >= 0 and <= 100))
            throw new SlipwayException(ErrorKind.Configuration, FormattableString.Invariant($"{option} is {number}."), "It can be from 0 to 100.");
        return given is { } value ? threshold(value, option)
            : declared is { } limit ? threshold(limit, "the build class")
            : null;
    }
}
