using Slipway.Secrets;
using Slipway.Secrets.Rules;

namespace Slipway.Tests.Secrets;

/// <summary>Rules that a user brings, in gitleaks' format.</summary>
public class ConfigTests
{
    private const string Rule = """
        [[rules]]
        id = "ours"
        description = "Our token"
        regex = '''our-([0-9a-z]+)-([0-9a-z]{8})'''
        keywords = ["OUR-"]
        tags = ["x"]

        """;

    [Fact]
    public void The_group_entropy_keywords_and_path_of_a_rule_count()
    {
        Find(Rule, "a our-abc-12345678").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Description.ShouldBe("Our token"),
            found => found.Fingerprint.ShouldBe(Hash("abc")));
        Find(Rule + "secretGroup = 2\n", "our-abc-12345678").ShouldHaveSingleItem().Fingerprint.ShouldBe(Hash("12345678"));
        Find(Rule + "secretGroup = 2\nentropy = 2.9\n", "our-abc-12345678 our-abc-11111111").Count.ShouldBe(1);
        Find(Rule + "path = '''\\.env$'''\n", "our-abc-12345678", "a/b.env").Count.ShouldBe(1);
        Find(Rule + "path = '''\\.env$'''\n", "our-abc-12345678", "a/b.txt").ShouldBeEmpty();
        Find(Rule.Replace("OUR-", "nothing", StringComparison.Ordinal), "our-abc-12345678").ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_without_a_pattern_names_files()
    {
        const string Files = "[[rules]]\nid = \"key-file\"\npath = '''\\.p12$'''\n";
        Find(Files, "whatever", "keys/a.p12").ShouldHaveSingleItem().Redacted.ShouldBe("the file");
        Find(Files, "whatever", "keys/a.txt").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("stopwords = ['BC']", true)]
    [InlineData("regexes = ['^abc$']", true)]
    [InlineData("regexes = ['our-abc']", false)]
    [InlineData("regexTarget = 'match'\nregexes = ['our-abc']", true)]
    [InlineData("regexTarget = 'match'\nregexes = ['before']", false)]
    [InlineData("regexTarget = 'line'\nregexes = ['before']", true)]
    [InlineData("regexTarget = 'line'\nregexes = ['above']", false)]
    [InlineData("paths = ['^docs/']", true)]
    [InlineData("condition = 'AND'\npaths = ['^docs/']\nstopwords = ['xyz']", false)]
    [InlineData("condition = 'OR'\npaths = ['^docs/']\nstopwords = ['xyz']", true)]
    [InlineData("condition = 'AND'\npaths = ['^docs/']\nstopwords = ['abc']", true)]
    [InlineData("commits = ['c0ffee']", true)]
    [InlineData("description = 'nothing'", false)]
    public void An_allow_list_works_for_a_rule_and_for_all(string content, bool allowed)
    {
        var text = "above\nbefore our-abc-12345678 after\n";
        foreach (var list in new[] { "[[rules.allowlists]]", "[rules.allowlist]", "[[allowlists]]", "[allowlist]", "[[allowlists]]\ntargetRules = ['ours']" })
            Find($"{Rule}\n{list}\n{content}\n", text, "docs/a.md", "c0ffee").Count.ShouldBe(allowed ? 0 : 1, list);
        Find($"{Rule}\n[[allowlists]]\ntargetRules = ['other']\n{content}\n", text, "docs/a.md", "c0ffee").Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_extends_the_default_rules_or_another_file()
    {
        using var folder = RustProject.Empty();
        folder.With("general.toml", Rule).With("special.toml", """
            [extend]
            path = "general.toml"
            [[rules]]
            id = "ours"
            secretGroup = 2
            [[rules.allowlists]]
            stopwords = ["deadbeef"]
            """);
        var special = RuleFile.Load(folder / "special.toml");
        special.Rules.ShouldHaveSingleItem().SecretGroup.ShouldBe(2);
        new TextScanner(special, SecretBaseline.None.Salt).Scan("a", "our-a-deadbeef our-a-12345678").ShouldHaveSingleItem().Fingerprint.ShouldBe(Hash("12345678"));

        folder.With("default.toml", Rule + "[extend]\nuseDefault = true\ndisabledRules = ['npm-token']\n");
        var all = RuleFile.Load(folder / "default.toml");
        all.Rules.Count.ShouldBe(SecretRuleSet.BuiltIn.Rules.Count);
        all.Rules.ShouldContain(rule => rule.Id == "ours");
        all.Rules.ShouldNotContain(rule => rule.Id == "npm-token");
    }

    [Theory]
    [InlineData("[[rules]]\nregex = 'a'", "Rule 1 has no id.")]
    [InlineData("[[rules]]\nid = 'x'\nkeyword = ['a']", "Rule 'x' has 'keyword', which is not known here.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = '(?=a)'", "The pattern of rule 'x' has a group (?=, which Go does not know.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 'a'\nsecretGroup = 1", "The pattern of rule 'x' has no group 1, which secretGroup asks for.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 5", "Rule 'x' has a 'regex' that is not a text.")]
    [InlineData("[[rules]]\nid = 'x'\nkeywords = [1]", "Rule 'x' has a 'keywords' that is not a list of texts.")]
    [InlineData("[[rules]]\nid = 'x'\nentropy = 'high'", "Rule 'x' has a 'entropy' that is not a number from 0 on.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 'a'\n[[rules.required]]\nid = 'y'", "Rule 'x' depends on other rules (required, skipReport), which the built-in scanner does not do.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 'a'\n[[rules]]\nid = 'x'\nregex = 'b'", "The file has two rules 'x'.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 'a'\n[[rules.allowlists]]\ncondition = 'XOR'", "The allow list of rule 'x' has the condition XOR.")]
    [InlineData("[[rules]]\nid = 'x'\nregex = 'a'\n[[rules.allowlists]]\nregexes = ['(']", "The pattern of the allow list of rule 'x' has a ( without its ).")]
    [InlineData("rules = 'x'", "The file has a 'rules' that is not a list of tables.")]
    [InlineData("[extend]\nuseDefault = false", "The extension must have either useDefault = true or a path.")]
    [InlineData("[extend]\npath = 'missing.toml'", "The rules for secrets cannot be read.")]
    [InlineData("[extend]\npath = 'config.toml'", "The extension is the third in a row.")]
    [InlineData("[[rules]\nid = 'x'", "The rules for secrets are no valid TOML.")]
    [InlineData("title = 'nothing'", "The file has no rules, and nothing would be found.")]
    public void What_is_wrong_is_said_with_the_rule_and_the_file(string text, string message)
    {
        using var folder = RustProject.Empty();
        folder.With("config.toml", text);
        var refused = Should.Throw<SlipwayException>(() => RuleFile.Load(folder / "config.toml"));
        refused.Message.ShouldBe(message);
        refused.Location!.File.ShouldStartWith(folder.Folder);
    }

    private static IReadOnlyList<SecretFinding> Find(string rules, string text, string path = "a.txt", string? commit = null) =>
        new TextScanner(RuleFile.Parse(rules, "config.toml"), SecretBaseline.None.Salt).Scan(path, text, commit);

    private static string Hash(string secret) => SecretHash.Fingerprint(secret, SecretBaseline.None.Salt);
}
