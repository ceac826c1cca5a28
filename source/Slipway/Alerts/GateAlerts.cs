using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Slipway.Gates;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>What gates say that concerns more than their run.</summary>
public static class GateAlerts
{
    private const int LengthOfHash = 12;

    /// <summary>A problem for each finding of an audit that fails.</summary>
    public static ImmutableArray<Alert> OfAudit(IEnumerable<GateResult> gates, string place, Uri? page) =>
    [
        .. Audits(gates)
            .SelectMany(gate => gate.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => Finding(gate, finding, place, page)))
            .DistinctBy(alert => alert.Key),
    ];

    /// <summary>Whether the crates were judged, so that what is not found is not there.</summary>
    public static bool IsAudited(IEnumerable<GateResult> gates) => Audits(gates).Any();

    /// <summary>Stages over their budget, and those within it.</summary>
    public static ImmutableArray<Alert> OfBudget(GateResult budget, string place, Uri? page)
    {
        var findings = new Queue<Finding>(budget.Findings);
        return [.. budget.Figures.Select(figure => Stage(figure, figure.IsAllowed() ? null : findings.Dequeue(), place, page))];
    }

    // Of what could not be judged nothing was counted.
    private static IEnumerable<GateResult> Audits(IEnumerable<GateResult> gates) =>
        gates.Where(gate => gate.Name == AuditGate.Name && gate.Verdict != GateVerdict.Skip && gate.Figures.Count > 0);

    private static Alert Finding(GateResult gate, Finding finding, string place, Uri? page)
    {
        // The number of an advisory may name several crates; lines move.
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Fingerprint ?? $"{finding.File}\n{finding.Message}")))[..LengthOfHash];
        return new Alert(
            AlertEvent.AuditFinding,
            gate.Stage,
            AlertWords.Key(AlertEvent.AuditFinding, finding.Code ?? gate.Name, words),
            new Message(
                "",
                $"Audit in {place}: {finding.Message}",
                "The run",
                page,
                finding.Help ?? "",
                [new MessageField("Rule", finding.Code), new MessageField("File", finding.File)],
                MessageTone.Bad),
            IsOpen: true);
    }

    private static Alert Stage(Figure figure, Finding? finding, string place, Uri? page)
    {
        var stage = AlertWords.StageOf(figure.Name);
        return new Alert(
            AlertEvent.OverBudget,
            stage,
            AlertWords.Key(AlertEvent.OverBudget, (stage?.ToString() ?? "total").ToLowerInvariant()),
            new Message(
                "",
                finding is null ? $"{figure.Name} keeps to its time again in {place}" : $"{place}: {finding.Message}",
                "The run",
                page,
                finding?.Help ?? "",
                [],
                finding is null ? MessageTone.Good : MessageTone.Bad),
            IsOpen: finding is not null);
    }
}
