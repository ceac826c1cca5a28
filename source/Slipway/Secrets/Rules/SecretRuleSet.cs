namespace Slipway.Secrets.Rules;

/// <summary>All rules of a scan; those that come first go before later ones that find the same.</summary>
internal sealed record SecretRuleSet(IReadOnlyList<SecretRule> Rules, IReadOnlyList<RuleAllowlist> Allowlists)
{
    private static readonly Lazy<SecretRuleSet> Own = new(ReadOwn);

    /// <summary>Slipway's own.</summary>
    public static SecretRuleSet BuiltIn => Own.Value;

    private static SecretRuleSet ReadOwn()
    {
        using var stream = typeof(SecretRuleSet).Assembly.GetManifestResourceStream("Slipway.Secrets.rules.toml")!;
        using var reader = new StreamReader(stream);
        return RuleFile.Parse(reader.ReadToEnd(), "rules.toml");
    }
}
