using Slipway.Cargo;

namespace Slipway.Gates;

public static class LintGate
{
    public const string Name = "Lint";

    /// <summary>Judges a run of clippy.</summary>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(CargoRun clippy, string root) =>
        DiagnosticGate.Judge(Name, GateStage.Checks, clippy, root, "Run `cargo clippy --workspace --all-targets`.");
}
