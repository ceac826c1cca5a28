using Slipway.Cargo.Json;

namespace Slipway.Cargo;

/// <summary>What a package says it needs.</summary>
/// <param name="Path">The folder of a path dependency.</param>
/// <param name="Platform">The target or cfg expression it is limited to.</param>
public sealed record CargoDependency(
    string Name,
    string Requirement,
    CargoDependencyKind Kind,
    bool IsOptional,
    string? Path,
    string? Registry,
    string? Rename,
    string? Platform)
{
    internal static CargoDependency From(DependencyJson json) => new(
        json.Name,
        json.Req,
        json.Kind switch { "dev" => CargoDependencyKind.Development, "build" => CargoDependencyKind.Build, _ => CargoDependencyKind.Normal },
        json.Optional,
        json.Path is null ? null : System.IO.Path.GetFullPath(json.Path),
        json.Registry,
        json.Rename,
        json.Target);
}
