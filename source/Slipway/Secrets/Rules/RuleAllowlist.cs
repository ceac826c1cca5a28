namespace Slipway.Secrets.Rules;

internal enum AllowlistTarget
{
    Secret,
    Match,
    Line,
}

/// <summary>What looks like a secret and is none.</summary>
/// <param name="All">Whether everything that is given must agree, and not anything.</param>
/// <param name="TargetRules">The rules it is for; of a rule's own it is empty, as of one for all.</param>
internal sealed record RuleAllowlist(
    bool All,
    AllowlistTarget Target,
    IReadOnlyList<SecretPattern> Regexes,
    IReadOnlyList<SecretPattern> Paths,
    IReadOnlyList<string> StopWords,
    IReadOnlyList<string> Commits,
    IReadOnlyList<string> TargetRules)
{
    public bool Allows(Candidate candidate)
    {
        if (TargetRules.Count > 0 && !TargetRules.Contains(candidate.Rule.Id))
            return false;
        var target = Target switch
        {
            AllowlistTarget.Match => candidate.Match,
            AllowlistTarget.Line => candidate.Line,
            _ => candidate.Secret,
        };
        // Cheap ones first.
        List<Func<bool>> checks = [];
        if (Commits.Count > 0)
            checks.Add(() => candidate.Commit is { } commit && Commits.Contains(commit, StringComparer.OrdinalIgnoreCase));
        if (StopWords.Count > 0)
            checks.Add(() => StopWords.Any(word => candidate.Secret.Contains(word, StringComparison.OrdinalIgnoreCase)));
        if (Paths.Count > 0)
            checks.Add(() => Paths.Any(path => path.IsMatch(candidate.Path)));
        if (Regexes.Count > 0)
            checks.Add(() => Regexes.Any(regex => regex.IsMatch(target)));
        return checks.Count > 0 && (All ? checks.TrueForAll(check => check()) : checks.Exists(check => check()));
    }
}

/// <summary>What a rule found, before anybody says that it is none.</summary>
internal sealed record Candidate(SecretRule Rule, string Path, string? Commit, string Secret, string Match, string Line);
