using Slipway.Cargo;

namespace Slipway.Packaging;

/// <summary>By which means a target is built, and why.</summary>
public sealed record BuildPlan(BuildMeans Means, string Reason, string? Linker = null)
{
    /// <summary>The first that can work: what needs least comes first.</summary>
    /// <exception cref="SlipwayException">Nothing here can build for the target.</exception>
    public static BuildPlan For(string triple, BuildFacts facts)
    {
        if (triple == facts.Host)
            return new BuildPlan(BuildMeans.Cargo, "it is this machine's own target");
        if (triple.Contains("-apple-", StringComparison.Ordinal))
        {
            if (!facts.Host.Contains("-apple-", StringComparison.Ordinal))
                throw Impossible(triple, "Programs for macOS are built on a Mac: Apple's SDK may not leave it.");
            return facts.HasLibrary ? new BuildPlan(BuildMeans.Cargo, "Apple's linker serves both processors") : throw NoLibrary(triple);
        }

        if (triple.EndsWith("-msvc", StringComparison.Ordinal) && !facts.Host.EndsWith("-msvc", StringComparison.Ordinal))
            throw Impossible(triple, "Build it on Windows, or for the target of the same processor that ends with -gnu.");
        if (facts.HasLibrary && triple.EndsWith("-msvc", StringComparison.Ordinal))
            return new BuildPlan(BuildMeans.Cargo, "Microsoft's linker serves all processors");
        if (facts is { HasLibrary: true, Linker: { } linker })
            return new BuildPlan(BuildMeans.Linker, facts.IsLinkerConfigured ? $"{BuildFacts.LinkerVariable(triple)} names {linker}" : $"{linker} is on PATH", linker);
        if (facts is { HasLibrary: true, HasZigBuild: true })
            return new BuildPlan(BuildMeans.ZigBuild, "cargo-zigbuild and zig are on PATH");
        if (facts.HasLibrary && SameSystem(triple, facts.Host))
            return new BuildPlan(BuildMeans.Cargo, "it has the system and the processor of this machine");
        if (facts.HasCross)
            return new BuildPlan(BuildMeans.Cross, "cross and a container engine are on PATH");
        throw facts.HasLibrary
            ? Impossible(triple, "Install a linker for it (Debian: gcc-aarch64-linux-gnu and the like), or cargo-zigbuild with zig, or cross with a container engine.")
            : NoLibrary(triple);
    }

    /// <summary>The command that does it.</summary>
    public CargoCommand Apply(CargoCommand command, string triple) => Means switch
    {
        BuildMeans.ZigBuild => command.WithTriple(triple).WithVerb("zigbuild"),
        BuildMeans.Cross => command.WithTriple(triple).WithProgram("cross"),
        BuildMeans.Linker => command.WithTriple(triple).WithEnvironment(BuildFacts.LinkerVariable(triple), Linker),
        _ => command.WithTriple(triple),
    };

    private static bool SameSystem(string triple, string host) =>
        triple.Split('-') is [var cpu, _, var system, ..] && host.Split('-') is [var hostCpu, _, var hostSystem, ..] && cpu == hostCpu && system == hostSystem;

    private static SlipwayException NoLibrary(string triple) =>
        Impossible(triple, $"Add Rust's standard library for it: rustup target add {triple}");

    private static SlipwayException Impossible(string triple, string hint) =>
        new(ErrorKind.Environment, $"This machine cannot build for {triple}.", hint);
}
