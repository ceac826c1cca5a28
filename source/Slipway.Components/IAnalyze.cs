using System.Diagnostics;
using System.Globalization;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;
using Slipway.Analysis;
using Slipway.Analysis.Alerts;
using Slipway.Analysis.Rules;
using Slipway.Analysis.Unsafe;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Proofs;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Brings <c>Analyze</c>: no new danger in the code, and no severe alert of CodeQL.</summary>
public interface IAnalyze : IHazBase
{
    /// <summary>The level from which a new finding fails; null is what the build class says.</summary>
    [Parameter("Level from which a new finding of the analysis fails: note, warning, error or off; default: warning")]
    string? AnalysisFailsFrom => TryGetValue(() => AnalysisFailsFrom!);

    /// <summary>What is looked for, what fails, and what is allowed.</summary>
    AnalysisPolicy AnalysisPolicy => AnalysisPolicy.Default;

    private AbsolutePath AnalysisDirectory => TemporaryDirectory / "clippy";

    Target Analyze => _ => _
        .Description("Looks for dangerous code with clippy, counts unsafe, reads CodeQL's alerts")
        .TryDependsOn<IToolchain>()
        // One after the other, they share what cargo has compiled.
        .TryAfter<ILint>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Analyze), GateStage.Checks, async token =>
        {
            var command = CargoCommand.Clippy
                .Apply(CargoSettingsBase).Apply(CargoSettings)
                .Apply(AnalyzeSettingsBase).Apply(AnalyzeSettings);
            var @base = await FindBaseAsync(token);
            // On GitHub, what CodeQL says counts as well.
            await (Host is GitHubActions
                ? AnalyzeAsync(command, @base, token)
                : this.ProveAsync(
                    GetAnalysisInputs(command, @base),
                    () => AnalyzeAsync(command, @base, token),
                    token,
                    PipelineState.Of(this).Reports(this).AnalysisSarif));
        }));

    sealed Configure<CargoCommand> AnalyzeSettingsBase => _ => _;

    /// <summary>What the build class adds, such as features.</summary>
    Configure<CargoCommand> AnalyzeSettings => _ => _;

    private ProofInputs GetAnalysisInputs(CargoCommand command, Found<BaseCommit> commit)
    {
        var (policy, origin) = GetPolicy();
        return new ProofInputs(nameof(Analyze)).With(command)
            .With(commit.Value?.ToString() ?? commit.Reason ?? "", commit.Value?.Id ?? "", policy.FailsFrom.ToString(), origin)
            .With(policy.Levels.Select(x => $"{x.Key} {x.Value}"))
            // That there is no base follows from the inputs; that one could not be analyzed may pass.
            .WithSeverest(commit.Value == null ? FindingSeverity.Warning : FindingSeverity.Note)
            // What is allowed until a day is judged anew on the next.
            .With(policy.Allowed.Select(x => string.Join('\0', x.Rule, x.Path, x.Reason, x.Until?.ToString("O", CultureInfo.InvariantCulture), x.IsExpired(Today))));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task AnalyzeAsync(CargoCommand command, Found<BaseCommit> commit, CancellationToken token)
    {
        var started = Stopwatch.GetTimestamp();
        var (policy, origin) = GetPolicy();
        var run = await new ClippyAnalysis(AnalysisDirectory, policy, PipelineLog.WriteQuietly).RunAsync(command, token);
        var known = run.IsComplete ? await FindKnownAsync(policy, command, commit, token) : new Found<BaseIssues>(null, "the code does not compile");
        var facts = new AnalysisFacts(
            CargoWorkspace.RootFolder,
            run,
            await UnsafeInventory.ReadAsync(CargoWorkspace, token),
            known.Value,
            known.Reason,
            await ReadAlertsAsync(token),
            Stopwatch.GetElapsedTime(started));
        var detail = AnalysisGate.Detail(facts, policy, Today, RootDirectory);
        await AtomicFile.WriteTextAsync(PipelineState.Of(this).Reports(this).AnalysisSarif, Sarif.Write(detail, RuleTexts), token);
        Judge(AnalysisGate.Judge(facts, policy, origin, Today, RootDirectory));
    }

    private static IReadOnlyDictionary<string, SarifRule> RuleTexts => AnalysisRules.All
        .Select(x => (x.Id, Rule: new SarifRule(x.Why, x.Link, x.Severity)))
        .Append((Id: AnalysisGate.UnsafeRule, Rule: new SarifRule("where the compiler trusts the author")))
        .ToDictionary(x => x.Id, x => x.Rule, StringComparer.Ordinal);

    private async Task<Found<BaseIssues>> FindKnownAsync(AnalysisPolicy policy, CargoCommand command, Found<BaseCommit> commit, CancellationToken token)
    {
        if (commit.Value == null)
            return new Found<BaseIssues>(null, commit.Reason);
        var found = await new BaseAnalysis(BaseDirectory, History, policy, PipelineLog.WriteQuietly, x => Log.Debug("{Line:l}", x)).FindAsync(commit.Value, command, token);
        if (found.Value is { IsStored: true })
            Log.Information("The base was analyzed by an earlier run");
        return found;
    }

    private async Task<CodeScanningAnswer> ReadAlertsAsync(CancellationToken token)
    {
        if (Host is not GitHubActions github)
            return CodeScanningAnswer.Without("they are read on GitHub");
        if (string.IsNullOrWhiteSpace(github.Token))
            return CodeScanningAnswer.Without("GITHUB_TOKEN is not set");
        try
        {
            using var alerts = new CodeScanning(new Uri(GitHubVariables.Api), github.Token, github.Repository ?? "");
            return await alerts.ReadAsync(token);
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            return CodeScanningAnswer.Without("the variables that GitHub sets do not say where they are");
        }
    }

    private (AnalysisPolicy Policy, string Origin) GetPolicy()
    {
        if (AnalysisFailsFrom?.Trim() is not { Length: > 0 } text)
            return (AnalysisPolicy, AnalysisPolicy.FailsFrom == AnalysisPolicy.Default.FailsFrom ? "the default" : "the build class");
        // Numbers are no names, though the runtime takes them.
        if (!char.IsAsciiLetter(text[0]) || !Enum.TryParse<AnalysisLevel>(text, ignoreCase: true, out var level))
            throw new SlipwayException(ErrorKind.Configuration, $"--analysis-fails-from is {text}.", "It can be note, warning, error or off.");
        return (AnalysisPolicy with { FailsFrom = level }, "--analysis-fails-from");
    }
}
