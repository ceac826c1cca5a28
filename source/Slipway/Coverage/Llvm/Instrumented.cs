using Slipway.Cargo;

namespace Slipway.Coverage.Llvm;

/// <summary>A cargo command whose programs count what they execute.</summary>
internal static class Instrumented
{
    public const string ProfileVariable = "LLVM_PROFILE_FILE";

    private const string Flag = "-Cinstrument-coverage";
    private const char EncodedSeparator = '\x1f';

    /// <param name="target">Where it builds, apart from other builds.</param>
    /// <param name="profiles">Where what runs while it builds leaves its counts.</param>
    public static CargoCommand Of(CargoCommand command, string target, string profiles)
    {
        var workspace = command.Workspace!;
        command = command
            .WithWorkspace(workspace with { TargetFolder = target })
            .WithFolder(command.Folder)
            .WithTargetFolder(target)
            .WithEnvironment(ProfileVariable, Path.Combine(profiles, "%m.profraw"));
        return WithFlag(WithFlag(command, "RUSTFLAGS"), "RUSTDOCFLAGS");
    }

    private static CargoCommand WithFlag(CargoCommand command, string name)
    {
        // Cargo takes the encoded one when there are both.
        var encoded = $"CARGO_ENCODED_{name}";
        return Get(command, encoded) is { Length: > 0 } set
            ? command.WithEnvironment(encoded, $"{set}{EncodedSeparator}{Flag}")
            : command.WithEnvironment(name, $"{Get(command, name)} {Flag}".Trim());
    }

    private static string? Get(CargoCommand command, string name) => command.Environment.TryGetValue(name, out var value)
        ? value
        : Environment.GetEnvironmentVariable(name);
}
