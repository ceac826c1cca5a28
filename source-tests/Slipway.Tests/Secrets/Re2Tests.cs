using System.Text.RegularExpressions;
using Slipway.Secrets.Rules;

namespace Slipway.Tests.Secrets;

/// <summary>Patterns of Go mean the same in .NET, or are refused.</summary>
public class Re2Tests
{
    [Theory]
    [InlineData(@"^\d+$", "42", true)]
    [InlineData(@"^\d+$", "42\n", false)]
    [InlineData(@"^\d+$", "٤٢", false)]
    [InlineData(@"(?m)^b$", "a\nb\nc", true)]
    [InlineData(@"(?m:^b$)", "a\nb\nc", true)]
    [InlineData(@"(?:(?m)^b)$", "a\nb\n", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^[\w-.]$", ".", true)]
    [InlineData(@"^[\w-.]$", "-", true)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^[\D]$", "5", false)]
    [InlineData(@"^[^\S]$", " ", true)]
    [InlineData(@"\A[a-z-[aeiou]]\z", "-]", true)]
    [InlineData(@"\A[a-z-[aeiou]]\z", "b", false)]
    [InlineData(@"^[]a]+$", "]a", true)]
    [InlineData(@"^[^]a]$", "]", false)]
    [InlineData(@"^[[:alnum:]_]+$", "a_9", true)]
    [InlineData(@"^[[:xdigit:]]+$", "g", false)]
    [InlineData(@"(?P<name>a)(b)", "ab", true)]
    [InlineData(@"\Qa.b\E$", "a.b", true)]
    [InlineData(@"\Qa.b\E$", "axb", false)]
    [InlineData(@"^\x41\x{42}\103$", "ABC", true)]
    [InlineData(@"^\_\-\""\'\/\%$", "_-\"'/%", true)]
    [InlineData(@"^[\--/]$", ".", true)]
    [InlineData(@"^\pL\p{Lu}$", "éÉ", true)]
    [InlineData(@"^a{2,3}?$", "aaa", true)]
    [InlineData(@"(?i)^abc$", "ABC", true)]
    [InlineData(@"(?i-s)^a.c$", "A\nc", false)]
    [InlineData(@"^😀+$", "😀😀", true)]
    public void A_pattern_means_what_it_means_in_Go(string pattern, string text, bool matches) =>
        Regex.IsMatch(text, Re2Syntax.Translate(pattern), RegexOptions.NonBacktracking).ShouldBe(matches);

    [Fact]
    public void Named_groups_are_counted_with_the_others()
    {
        var match = new SecretPattern("(?P<first>a)(b)", "rule 'x'", "x").Regex.Match("ab");
        match.Groups[1].Value.ShouldBe("a");
        match.Groups[2].Value.ShouldBe("b");
    }

    [Theory]
    [InlineData("(?=a)", "(?=")]
    [InlineData("(?!a)", "(?!")]
    [InlineData("(?<=a)b", "(?<")]
    [InlineData("(?<!a)b", "(?<")]
    [InlineData("(?>a)", "(?>")]
    [InlineData("(?#note)", "(?#")]
    [InlineData("(?x)a b", "(?x")]
    [InlineData("(?U)a+", "flag U")]
    [InlineData(@"(a)\1", @"refers back with \1")]
    [InlineData(@"\k<a>", @"escape \k")]
    [InlineData(@"a\Z", @"escape \Z")]
    [InlineData(@"\u0041", @"escape \u")]
    [InlineData(@"\p{Greek}", "the scripts")]
    [InlineData("(a", "( without its )")]
    [InlineData("a)", ") without its (")]
    [InlineData("[a", "[ without its ]")]
    [InlineData("[z-a]", "ends before it begins")]
    [InlineData("[[:nothing:]]", "[:nothing:]")]
    [InlineData(@"\x{10FFFF}", "10FFFF")]
    [InlineData("[😀]", "beyond U+FFFF")]
    [InlineData("a**", "no regular expression")]
    [InlineData(@"a\", @"ends with a \")]
    public void What_is_not_the_same_is_refused_with_the_rule_and_the_file(string pattern, string why)
    {
        var refused = Should.Throw<SlipwayException>(() => new SecretPattern(pattern, "rule 'x'", "rules.toml").Regex);
        refused.Message.ShouldStartWith("The pattern of rule 'x' ");
        refused.Message.ShouldContain(why);
        refused.Location.ShouldBe(new SourceLocation("rules.toml"));
        refused.Kind.ShouldBe(ErrorKind.Configuration);
    }

    [Theory]
    [InlineData("(a)(?:x|$)", "a\n", 0)]
    [InlineData("(a)(?:[^b]|$)", "a\n", 1)]
    [InlineData("(a)(?:[^b]|$)", "ba\n", 1)]
    [InlineData("(a)(?:[^b]|$)", "a", 1)]
    public void The_group_is_there_at_the_end_of_a_text(string pattern, string text, int found) =>
        new SecretPattern(pattern, "rule 'x'", "x").Matches(text, match => match.Groups[1], "x").Count(part => part.Part.Value == "a").ShouldBe(found);
}
