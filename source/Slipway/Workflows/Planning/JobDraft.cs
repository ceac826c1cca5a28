using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A job before its steps are written.</summary>
/// <param name="own">The targets it runs, its own last.</param>
internal sealed class JobDraft(TargetFacts target, IReadOnlyList<TargetFacts> own)
{
    private HashSet<JobDraft>? _earlier;

    public TargetFacts Target => target;

    /// <summary>The targets it runs, its own last.</summary>
    public IReadOnlyList<TargetFacts> Own => own;

    public string Id { get; } = target.Job!.Id ?? VariableName.Dashed(target.Name);

    public ImmutableArray<MatrixLeg> Legs { get; } = LegPlanner.Plan(target);

    /// <summary>The jobs that must have ended before it starts.</summary>
    public IReadOnlyList<JobDraft> Needs { get; set; } = [];

    /// <summary>Those, and what they need in turn.</summary>
    public IReadOnlySet<JobDraft> Earlier => _earlier ??= FindEarlier();

    /// <summary>Where it runs without a matrix.</summary>
    public MatrixLeg SingleLeg => Legs[0];

    public bool IsMatrix => Legs.Length > 1;

    public IReadOnlyList<string> Commands => [.. Own.Where(target => target.HasActions || target == Target).Select(target => target.Name)];

    /// <summary>The files that its targets make, as patterns.</summary>
    public IEnumerable<string> Products => Own.SelectMany(target => target.Products);

    /// <summary>Whether there is anything to run, besides the steps of capabilities.</summary>
    public bool RunsTargets => Own.Any(target => target.HasActions);

    /// <summary>Whether it has the repository's files.</summary>
    public bool ChecksOut => !Has(Capability.ForkReport);

    public ImmutableArray<Grant> Permissions => Target.Uses.IsEmpty
        ? [Grant.CheckOut]
        :
        [
            .. Target.Uses
                .SelectMany(capability => capability.Permissions)
                .Concat(ChecksOut ? [Grant.CheckOut] : [])
                .GroupBy(grant => grant.Scope, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.FirstOrDefault(grant => grant.IsWrite) ?? group.First()),
        ];

    /// <summary>Secrets, with the only system whose runners need them.</summary>
    public IReadOnlyList<SecretUse> Secrets => field ??=
    [
        .. Own
            .SelectMany(target => target.Secrets.Select(secret => new SecretUse(VariableName.Of(secret), target.OnlyOn)))
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.All(use => use == group.First()) ? group.First() : new SecretUse(group.Key, OnlyOn: null)),
    ];

    public bool Has(Capability capability) => Target.Uses.Any(uses => uses.Capability == capability);

    private HashSet<JobDraft> FindEarlier()
    {
        var earlier = new HashSet<JobDraft>();
        var queue = new Queue<JobDraft>(Needs);
        while (queue.TryDequeue(out var job))
        {
            if (!earlier.Add(job))
                continue;
            foreach (var need in job.Needs)
                queue.Enqueue(need);
        }

        return earlier;
    }
}

/// <param name="Name">Of the secret and of the variable that carries it.</param>
/// <param name="OnlyOn">The only system whose runners need it.</param>
internal sealed record SecretUse(string Name, RunnerSystem? OnlyOn);
