using System.Collections.Immutable;
using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>A compiled test program, and what cargo would run it with.</summary>
public sealed record TestBinary(
    CargoPackage Package,
    CargoTarget Target,
    string Executable,
    ImmutableSortedDictionary<string, string?> Environment)
{
    /// <summary>The process that runs it, in the package's folder as cargo does.</summary>
    public ToolCommand ToToolCommand(params IEnumerable<string> arguments) => new ToolCommand(Executable)
        .WithArguments(arguments)
        .WithWorkingDirectory(Package.Folder)
        .WithEnvironment(Environment);

    public override string ToString() => $"{Package.Name} {Target.Name}";

    internal TestGroupKind GroupKind => Target.Kind switch
    {
        CargoTargetKind.Binary => TestGroupKind.Binary,
        CargoTargetKind.Test => TestGroupKind.Test,
        CargoTargetKind.Bench => TestGroupKind.Bench,
        CargoTargetKind.Example => TestGroupKind.Example,
        _ => TestGroupKind.Library,
    };
}
