using Slipway.Cargo;

namespace Slipway.Gates;

public static class ToolchainGate
{
    public const string Name = "Toolchain";

    /// <summary>Judges whether the machine has what the pipeline needs.</summary>
    public static GateResult Judge(ToolchainFacts facts)
    {
        var findings = facts.Tools
            .Where(tool => tool is { IsFound: false, Reason: null })
            .Select(tool => new Finding(
                SeverityOf(tool),
                $"{tool.Need.Name} is missing; it is needed to {tool.Need.Purpose}",
                Help: tool.Remedy))
            .ToList();
        // What keeps one of Rust's tools from running keeps all.
        findings.AddRange(facts.Tools
            .Where(tool => tool is { IsFound: false, Reason: not null })
            .GroupBy(tool => tool.Reason, StringComparer.Ordinal)
            .Select(tools => new Finding(
                tools.Max(SeverityOf),
                $"{string.Join(", ", tools.Select(tool => tool.Need.Name))}: {tools.Key}",
                Help: tools.First().Remedy)));
        if (facts.IsTooOld)
        {
            findings.Add(new Finding(
                FindingSeverity.Error,
                $"rustc {facts.RustVersion} is older than {facts.RequiredRustVersion}, which the workspace requires",
                Help: "rustup update"));
        }

        var missing = facts.Missing.Count(tool => tool.Need.IsRequired);
        return GateResult.Judged(
            Name,
            GateStage.Checks,
            missing > 0 ? $"{Counted.Of(missing, "tool")} missing" : facts.IsTooOld ? "Rust is too old" : null,
            [
                new Figure("tools", facts.Tools.Count(tool => tool.IsFound), "tools"),
                new Figure("missing", missing, "tools", Threshold.AtMost(0)),
            ],
            findings,
            facts.Duration);
    }

    private static FindingSeverity SeverityOf(ToolFact tool) => tool.Need.IsRequired ? FindingSeverity.Error : FindingSeverity.Warning;
}
