using Slipway.Cargo;

namespace Slipway.Gates;

public static class CompileGate
{
    public const string Name = "Compile";

    /// <summary>
    /// Judges a build. Warnings are counted from cargo's messages, which it repeats for what is fresh: with
    /// <c>-D warnings</c> in RUSTFLAGS it would compile every dependency again.
    /// </summary>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(CargoRun build, string root) =>
        DiagnosticGate.Judge(Name, GateStage.Compile, build, root, "Run `cargo build --workspace`.");
}
