using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A job before its steps are written.</summary>
/// <param name="Own">The targets it runs, its own last.</param>
internal sealed record JobDraft(
    string Id,
    TargetFacts Target,
    IReadOnlyList<TargetFacts> Own,
    IReadOnlyList<TargetFacts> Needs,
    ImmutableArray<MatrixLeg> Legs)
{
    /// <summary>Where it runs without a matrix.</summary>
    public MatrixLeg SingleLeg => Legs[0];

    public bool IsMatrix => Legs.Length > 1;

    public IReadOnlyList<string> Commands => [.. Own.Where(target => target.HasActions || target == Target).Select(target => target.Name)];

    /// <summary>Whether there is anything to run, besides the steps of capabilities.</summary>
    public bool RunsTargets => Own.Any(target => target.HasActions);

    public IEnumerable<Grant> Permissions => Target.Uses
        .SelectMany(capability => CapabilityFacts.Permissions(capability))
        .Append(Grant.CheckOut)
        .GroupBy(permission => permission.Scope, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.OrderByDescending(permission => permission.IsWrite).First());

    /// <summary>Secrets, with the only system whose runners need them.</summary>
    public IEnumerable<(string Name, RunnerSystem? OnlyOn)> Secrets => Own
        .SelectMany(target => target.Secrets.Select(secret => (Secret: secret, target.OnlyOn)))
        .GroupBy(use => use.Secret, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (VariableName.Of(group.Key), group.Select(use => use.OnlyOn).Distinct().ToList() is [var only] ? only : null));

    public bool Has(Capability capability) => Target.Uses.Contains(capability);
}
