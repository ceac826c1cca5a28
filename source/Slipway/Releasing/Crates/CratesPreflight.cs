using System.Globalization;
using Slipway.Manifest;

namespace Slipway.Releasing.Crates;

/// <summary>What the registry says that could stand in the way of a release.</summary>
public static class CratesPreflight
{
    private const string Name = "registry";

    /// <summary>New crates that crates.io takes at once, and how many minutes each further one waits: https://crates.io/docs/rate-limits</summary>
    private const int NewAtOnce = 5;
    private const int MinutesForMore = 10;

    /// <summary>Asks the index; changes nothing.</summary>
    /// <param name="crates">In the order in which they are published.</param>
    /// <param name="commit">That they are made of.</param>
    /// <param name="isTrusted">Whether the workflow gets tokens of its own; those cannot make a new crate.</param>
    public static async Task<IReadOnlyList<PreflightCheck>> RunAsync(
        IReadOnlyList<ReleaseCrate> crates, string commit, CrateRegistry registry, RegistryIndex index, bool isTrusted, CancellationToken cancellationToken)
    {
        if (crates.Count == 0)
            return [PreflightCheck.Good(Name, "no crate goes to a registry")];
        try
        {
            var plan = CratesPlan.Of(await ObservedCrate.SeeAsync(crates, commit, index, cancellationToken), registry, commit);
            if (plan.Obstacle is { } obstacle)
                return [PreflightCheck.Bad(Name, obstacle)];
            var unknown = new List<string>();
            foreach (var crate in plan.Missing)
            {
                if ((await index.VersionsAsync(crate.Name, cancellationToken)).Count == 0)
                    unknown.Add(crate.Name);
            }

            return [PreflightCheck.Good(Name, $"{registry.Title}: {plan.Describe()}"), .. plan.Missing.IsEmpty ? [] : (PreflightCheck[])[Token(registry, unknown, isTrusted)], .. Pauses(registry, unknown)];
        }
        catch (SlipwayException exception)
        {
            return [PreflightCheck.Bad(Name, exception)];
        }
    }

    // What kind of token crates can be published with: https://crates.io/docs/trusted-publishing
    private static PreflightCheck Token(CrateRegistry registry, List<string> unknown, bool isTrusted)
    {
        const string name = "registry token";
        return (registry.Token, isTrusted, unknown.Count) switch
        {
            (not null, _, _) => PreflightCheck.Good(name, $"there is one for {registry.Title}"),
            (null, true, 0) => PreflightCheck.Good(name, "the workflow gets one for each crate"),
            (null, true, _) => PreflightCheck.Bad(
                name,
                $"{registry.Title} has no crate {string.Join(", ", unknown)} yet, and the first version cannot be published by a trusted workflow.",
                "Publish the first version with a token of your own: set CARGO_REGISTRY_TOKEN."),
            _ => PreflightCheck.Bad(name, $"There is no token for {registry.Title}.", "Let the crate trust the workflow (Trusted Publishing on its page), or set CARGO_REGISTRY_TOKEN."),
        };
    }

    private static IEnumerable<PreflightCheck> Pauses(CrateRegistry registry, List<string> unknown)
    {
        if (unknown.Count > NewAtOnce && registry.Name is null)
        {
            yield return PreflightCheck.Note(
                "registry limit",
                string.Create(CultureInfo.InvariantCulture, $"{unknown.Count} crates are new to crates.io, which takes {NewAtOnce} at once and one more every {MinutesForMore} minutes."),
                string.Create(CultureInfo.InvariantCulture, $"Publishing waits about {(unknown.Count - NewAtOnce) * MinutesForMore} minutes; crates.io raises the limit on request."));
        }
    }
}
