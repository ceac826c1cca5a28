using Slipway.Analysis.Rules;
using Slipway.Cargo;

namespace Slipway.Analysis;

/// <summary>Lets clippy look for what the policy names, in what ships: tests, benchmarks and examples may panic.</summary>
/// <param name="folder">Where the merged settings stand.</param>
/// <param name="sink">Is told what cargo does.</param>
public sealed class ClippyAnalysis(string folder, AnalysisPolicy policy, Action<CargoEvent>? sink = null)
{
    private readonly IReadOnlyList<AnalysisRule> _rules = policy.Rules;

    /// <summary>Asks for the rules' lints. None may be an error, whatever a crate or RUSTFLAGS deny: what needs the crate would not be looked at.</summary>
    public CargoCommand Ask(CargoCommand clippy) => clippy.WithToolArguments(
    [
        .. clippy.ToolArguments,
        // What Lint looks for takes time, and is not read here.
        "-A",
        "clippy::all",
        .. _rules.Where(rule => rule.IsLint).Append(AnalysisRules.DisallowedMethods).SelectMany(rule => new[] { "-W", rule.Id }),
        "--cap-lints",
        "warn",
    ]);

    /// <exception cref="SlipwayException">The settings of clippy are broken, or its messages cannot be read.</exception>
    public async Task<AnalysisRun> RunAsync(CargoCommand clippy, CancellationToken cancellationToken = default)
    {
        var workspace = clippy.Workspace ?? throw new ArgumentException("The command has no workspace.", nameof(clippy));
        var settings = ClippyConfiguration.Of(workspace);
        var reader = new IssueReader(workspace.RootFolder, _rules);
        var (diagnostics, failure) = (new List<CargoDiagnostic>(), default(string));
        foreach (var (configuration, members) in settings)
        {
            var place = await configuration.WriteAsync(folder, cancellationToken);
            var command = Ask(clippy).WithEnvironment("CLIPPY_CONF_DIR", place);
            if (settings.Count > 1)
                command = command.WithPackages(members.Select(member => member.Name));
            var run = await command.ExecuteAsync(sink, cancellationToken);
            run.EnsureStarted().EnsureConfigured(error => Locate(error, configuration));
            // What they need is linted along with them, and counts with its own settings. With --no-deps cargo would take it for linted.
            diagnostics.AddRange(run.Diagnostics.Where(diagnostic => IsNoLint(diagnostic) || members.Any(member => member.Name == diagnostic.Package)));
            if (!run.Succeeded && !run.Errors.Any(IsNoLint))
                failure = run.Result.TimedOut ? "clippy took too long" : string.Join('\n', run.Result.Tail);
        }

        return new AnalysisRun(reader.Read(diagnostics), [.. diagnostics.Where(IsNoLint)], failure);
    }

    // The compiler's own errors have a code like E0308, or none.
    private static bool IsNoLint(CargoDiagnostic diagnostic) =>
        diagnostic.Level == DiagnosticLevel.Error && (diagnostic.Code is not { } code || code.StartsWith('E'));

    private static SourceLocation? Locate(CargoDiagnostic error, ClippyConfiguration configuration) => configuration.Source is null
        ? null
        : new SourceLocation(configuration.Source, error.Line - configuration.Shift, error.Column);
}
