using Slipway.Cargo;

namespace Slipway.Gates;

public static class ToolchainGate
{
    public const string Name = "Toolchain";

    /// <summary>Judges whether the machine has what the pipeline needs.</summary>
    public static GateResult Judge(ToolchainFacts facts)
    {
        var findings = facts.Tools
            .Where(tool => !tool.IsFound)
            .Select(tool => new Finding(
                tool.Need.IsRequired ? FindingSeverity.Error : FindingSeverity.Warning,
                $"{tool.Need.Name} is missing; it is needed to {tool.Need.Purpose}",
                Help: tool.Remedy))
            .ToList();
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
}
