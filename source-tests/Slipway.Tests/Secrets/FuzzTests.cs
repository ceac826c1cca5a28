using System.Text;
using Slipway.Secrets;
using Slipway.Secrets.Rules;
using Slipway.Tests.Fuzzing;

namespace Slipway.Tests.Secrets;

/// <summary>Whatever a file says, it is read or refused with one sentence.</summary>
public class FuzzTests
{
    private const int Mutations = 10_000;

    private const string Rules = """
        title = "x"
        [extend]
        useDefault = true
        disabledRules = ["a"]
        [[allowlists]]
        regexTarget = "match"
        paths = ['''(?i)\.lock$''']
        [[rules]]
        id = "r"
        regex = '''(?i)[\w-.]{2,20}(?P<a>x|[^]a-f[:digit:]]+)\x{41}\pL\Q.\E$'''
        secretGroup = 1
        entropy = 3.5
        keywords = ["a", "b"]
        [[rules.allowlists]]
        condition = "AND"
        stopwords = ["s"]
        """;

    [Fact]
    public void Rules_are_read_or_refused()
    {
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Mutations; seed++)
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(Rules), seed));
            try
            {
                var rule = RuleFile.Parse(text, "x.toml").Rules.Count;
                read += rule > 0 ? 1 : 0;
            }
            catch (SlipwayException exception)
            {
                exception.Message.ShouldEndWith(".", customMessage: $"seed {seed}");
                exception.Location.ShouldNotBeNull($"seed {seed}");
                refused++;
            }
        }

        read.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Patterns_are_translated_or_refused()
    {
        // Each is compiled, which takes its time.
        const int Patterns = 2_500;
        const string Pattern = @"(?i)[\w-.]{2,20}(?P<a>x|[^]a-f[:digit:]]+)\x{41}\pL\Q.\E(?m:^a$)\103[\--/]$";
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Patterns; seed++)
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(Pattern), seed));
            try
            {
                _ = new SecretPattern(text, "rule 'r'", "x.toml").Regex;
                read++;
            }
            catch (SlipwayException exception)
            {
                exception.Message.ShouldStartWith("The pattern of rule 'r' ", customMessage: $"seed {seed}");
                refused++;
            }
        }

        read.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Reports_of_gitleaks_are_read_or_refused_without_their_secrets()
    {
        var secret = Planted.GitHubToken("fuzz");
        var report = Encoding.UTF8.GetBytes(GitleaksTests.Report("src/a.rs", 3, secret, "0123456789012345678901234567890123456789"));
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Mutations; seed++)
        {
            try
            {
                foreach (var finding in GitleaksReport.Parse(Mutation.Of(report, seed), SecretBaseline.None.Salt))
                    finding.ToString().ShouldNotContain(secret);
                read++;
            }
            catch (SlipwayException exception)
            {
                exception.Explain().ShouldNotContain(secret[5..20], customMessage: $"seed {seed}");
                exception.InnerException.ShouldBeNull();
                refused++;
            }
        }

        read.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
    }
}
