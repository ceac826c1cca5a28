using Slipway.Cargo.Json;

namespace Slipway.Cargo;

/// <summary>Something of a package that cargo can build.</summary>
/// <param name="Tests">Whether <c>cargo test</c> builds it as a test.</param>
/// <param name="DocTests">Whether its documentation examples are tested.</param>
/// <param name="RequiredFeatures">Features without which it is left out.</param>
public sealed record CargoTarget(
    string Name,
    CargoTargetKind Kind,
    IReadOnlyList<string> CrateTypes,
    string SourcePath,
    string Edition,
    bool Tests,
    bool DocTests,
    IReadOnlyList<string> RequiredFeatures)
{
    internal static CargoTarget From(TargetJson json) => new(
        json.Name,
        KindOf(json.Kind),
        json.CrateTypes,
        json.SrcPath,
        json.Edition,
        json.Test,
        json.Doctest,
        json.RequiredFeatures ?? []);

    // Library targets list their crate types as kinds: "lib", "rlib", "cdylib" and so on.
    private static CargoTargetKind KindOf(IReadOnlyList<string> kinds) => (kinds is [var kind, ..] ? kind : "") switch
    {
        "bin" => CargoTargetKind.Binary,
        "test" => CargoTargetKind.Test,
        "bench" => CargoTargetKind.Bench,
        "example" => CargoTargetKind.Example,
        "custom-build" => CargoTargetKind.BuildScript,
        "proc-macro" => CargoTargetKind.ProcMacro,
        _ => CargoTargetKind.Library,
    };
}
