using System.Collections.Immutable;
using Slipway.Manifest;

namespace Slipway.Releasing.Crates;

/// <summary>What is left to publish, or what stands in the way of it.</summary>
/// <param name="Seen">What the registry has of each crate.</param>
/// <param name="Missing">In the order in which they are published: each after those that it needs.</param>
public sealed record CratesPlan(IReadOnlyList<ObservedCrate> Seen, ImmutableArray<ReleaseCrate> Missing, ImmutableArray<Effect> Effects, SlipwayException? Obstacle)
{
    public static CratesPlan Of(IReadOnlyList<ObservedCrate> seen, CrateRegistry registry, string commit)
    {
        var missing = seen.Where(crate => crate.State == CrateState.Absent).Select(crate => crate.Crate).ToImmutableArray();
        var effects = missing.Select(crate => EffectOf(crate, registry)).ToImmutableArray();
        return new CratesPlan(seen, missing, effects, FindObstacle(seen, registry, commit));
    }

    /// <summary>Looks, and decides.</summary>
    /// <exception cref="SlipwayException">The registry cannot be asked.</exception>
    public static async Task<CratesPlan> SeeAsync(ReleaseManifest manifest, CrateRegistry registry, RegistryIndex index, CancellationToken cancellationToken) =>
        Of(await ObservedCrate.SeeAsync(manifest.Crates, manifest.Commit, index, cancellationToken), registry, manifest.Commit);

    /// <summary>How far it is, for people.</summary>
    public string Describe() => Describe(Seen);

    private static string Describe(IReadOnlyList<ObservedCrate> seen) => seen.Count == 0
        ? "no crate goes to the registry"
        : string.Join(", ", seen.Select(crate => $"{Title(crate.Crate)} {Words(crate)}"));

    internal static Effect EffectOf(ReleaseCrate crate, CrateRegistry registry) =>
        new(ReleaseStep.PublishCrates, $"publish {crate.Name} {crate.Version}", $"cargo publish --package {crate.Name} to {registry.Title}", IsIrreversible: true);

    internal static string Title(ReleaseCrate crate) => $"{crate.Name} {crate.Version}";

    private static string Words(ObservedCrate crate) => crate.State switch
    {
        CrateState.Absent => "is missing",
        CrateState.Ours => "is there, and ours",
        CrateState.SameCommit => "is there, made of the same commit by another cargo",
        CrateState.Yanked => "is there, and yanked",
        _ => "is there, and not ours",
    };

    private static SlipwayException? FindObstacle(IReadOnlyList<ObservedCrate> seen, CrateRegistry registry, string commit)
    {
        if (seen.FirstOrDefault(crate => crate.State == CrateState.Foreign) is { } foreign)
        {
            var whose = foreign.Origin is { } origin
                ? origin.Commit == commit ? "made of this commit with changed files" : $"made of the commit {origin.Commit}"
                : "and says nothing of its commit";
            return new SlipwayException(
                ErrorKind.Verdict,
                $"{Title(foreign.Crate)} is on {registry.Title} already, {whose}: it is not what this release would publish. State: {Describe(seen)}.",
                $"A version can be published once. Release the next version; if the crate's name is somebody else's, take another name.");
        }

        if (seen.FirstOrDefault(crate => crate.State == CrateState.Yanked) is { } yanked)
        {
            return new SlipwayException(
                ErrorKind.Verdict,
                $"{Title(yanked.Crate)} is on {registry.Title}, ours, and yanked. State: {Describe(seen)}.",
                $"When it was yanked by mistake: cargo yank --undo {yanked.Crate.Name}@{yanked.Crate.Version}, and run the same again. Otherwise release the next version.");
        }

        return null;
    }
}
