namespace Slipway.Secrets.Rules;

/// <summary>Rules that build on others: what a rule of the same name does not say, the other one does.</summary>
internal static class RuleExtension
{
    public static SecretRuleSet Of(SecretRuleSet general, SecretRuleSet special)
    {
        var changes = special.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var known = general.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return new SecretRuleSet(
            [
                // Before the general ones: the last of those takes whatever is assigned.
                .. special.Rules.Where(rule => !known.Contains(rule.Id)),
                .. general.Rules.Select(rule => changes.TryGetValue(rule.Id, out var change) ? Merge(rule, change) : rule),
            ],
            [.. special.Allowlists, .. general.Allowlists]);
    }

    private static SecretRule Merge(SecretRule general, SecretRule special) => new(
        general.Id,
        special.Description.Length > 0 ? special.Description : general.Description,
        special.Pattern ?? general.Pattern,
        special.Path ?? general.Path,
        special.SecretGroup > 0 ? special.SecretGroup : general.SecretGroup,
        special.Entropy > 0 ? special.Entropy : general.Entropy,
        [.. general.Keywords.Union(special.Keywords)],
        [.. special.Allowlists, .. general.Allowlists]);
}
