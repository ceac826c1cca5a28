using Slipway.Secrets;
using Slipway.Secrets.Rules;

namespace Slipway.Tests.Secrets;

/// <summary>Slipway's own rules.</summary>
public class RuleTests
{
    private static readonly TextScanner Scanner = new(SecretRuleSet.BuiltIn, SecretBaseline.None.Salt);

    public static TheoryData<string> Kinds => [.. SecretRuleSet.BuiltIn.Rules.Select(rule => rule.Id)];

    [Fact]
    public void There_are_rules_for_far_more_than_sixty_kinds_each_with_a_description_and_keywords()
    {
        SecretRuleSet.BuiltIn.Rules.Count.ShouldBeGreaterThan(120);
        SecretRuleSet.BuiltIn.Rules.Select(rule => rule.Id).ShouldBeUnique();
        SecretRuleSet.BuiltIn.Rules.ShouldAllBe(rule => rule.Description.Length > 0 && rule.Keywords.Count > 0);
        Planted.Rules.Order(StringComparer.Ordinal).ShouldBe(SecretRuleSet.BuiltIn.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_planted_token_of_every_kind_is_found_and_redacted(string kind)
    {
        var (text, secret) = Planted.Of(kind);
        var found = Scanner.Scan("notes.txt", $"first line\nsecond\n{text}\nlast line\n").ShouldHaveSingleItem();

        found.Rule.ShouldBe(kind);
        found.Line.ShouldBeInRange(3, 8);
        found.Fingerprint.ShouldBe(SecretHash.Fingerprint(secret, SecretBaseline.None.Salt));
        found.ToString().ShouldNotContain(secret[^8..]);
        found.Redacted.ShouldBe($"{secret[..Math.Min(4, secret.Length / 5)]}… ({secret.Length} characters)");
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("env:\n  - {0}")]
    [InlineData("<key>{0}</key>")]
    [InlineData("{0}")]
    [InlineData("\r\n{0}\r\n")]
    [InlineData("a={0}&b=c")]
    public void What_stands_around_a_token_does_not_hide_it(string around)
    {
        var token = Planted.GitHubToken(around);
        Scanner.Scan("a", string.Format(System.Globalization.CultureInfo.InvariantCulture, around, token)).ShouldHaveSingleItem().Rule.ShouldBe("github-personal-token");
    }

    [Fact]
    public void Tokens_side_by_side_are_all_found()
    {
        var tokens = Enumerable.Range(0, 5).Select(index => Planted.GitHubToken($"side {index}")).ToList();
        Scanner.Scan("a", string.Join(' ', tokens)).Select(finding => finding.Fingerprint)
            .ShouldBe(tokens.Select(token => SecretHash.Fingerprint(token, SecretBaseline.None.Salt)));
    }

    [Fact]
    public void Short_secrets_show_less_and_control_characters_nothing()
    {
        SecretHash.Redact("abc").ShouldBe("… (3 characters)");
        SecretHash.Redact("abcdefghij").ShouldBe("ab… (10 characters)");
        SecretHash.Redact("\u001b[31m" + new string('x', 30)).ShouldBe("?[31… (35 characters)");
    }
}
