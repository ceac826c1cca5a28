using Slipway.Cargo;

namespace Slipway.Gates;

/// <summary>Judges what the compiler said: no error, and no warning about the workspace's own code.</summary>
internal static class DiagnosticGate
{
    public static GateResult Judge(string name, GateStage stage, CargoRun run, string root, string help)
    {
        var errors = run.Errors.ToList();
        var warnings = run.Warnings.ToList();
        var findings = LintGroups.Of(errors.Concat(warnings).Select(diagnostic => ToFinding(diagnostic, root))).ToList();
        if (!run.Succeeded && errors.Count == 0)
            findings.Add(new Finding(FindingSeverity.Error, string.Join('\n', run.Result.Tail), Help: help));

        var failure = (errors.Count, warnings.Count) switch
        {
            (0, 0) => run.Succeeded ? null : $"cargo {(run.Result.TimedOut ? "took too long" : "failed")}",
            (0, var some) => Counted.Of(some, "warning"),
            (var some, 0) => Counted.Of(some, "error"),
            var (some, others) => $"{Counted.Of(some, "error")}, {Counted.Of(others, "warning")}",
        };
        return GateResult.Judged(
            name,
            stage,
            failure,
            [
                new Figure("errors", errors.Count, "errors", Threshold.AtMost(0)),
                new Figure("warnings", warnings.Count, "warnings", Threshold.AtMost(0)),
            ],
            findings,
            run.Duration);
    }

    public static Finding ToFinding(CargoDiagnostic diagnostic, string root) => new(
        diagnostic.Level switch
        {
            DiagnosticLevel.Error => FindingSeverity.Error,
            DiagnosticLevel.Warning => FindingSeverity.Warning,
            _ => FindingSeverity.Note,
        },
        diagnostic.Message,
        Finding.PathBelow(root, diagnostic.File),
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.EndLine,
        diagnostic.EndColumn,
        diagnostic.Code,
        diagnostic.Help);
}
