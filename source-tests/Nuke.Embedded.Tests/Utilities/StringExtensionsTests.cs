using Nuke.Common;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.Utilities;

public class StringExtensionsTests
{
    private static readonly string[] Letters = ["a", "b", "c"];

    [Fact]
    public void Texts_are_joined()
    {
        Letters.JoinSpace().ShouldBe("a b c");
        Letters.JoinCommaSpace().ShouldBe("a, b, c");
        Letters.JoinDash().ShouldBe("a-b-c");
        Letters.Join("::").ShouldBe("a::b::c");
        Letters.JoinNewLine(PlatformFamily.Windows).ShouldBe("a\r\nb\r\nc");
        Letters.JoinNewLine(PlatformFamily.Linux).ShouldBe("a\nb\nc");
        Letters.JoinCamelHumps().ShouldBe("ABC");
    }

    [Theory]
    [InlineData(1, "a")]
    [InlineData(2, "a and b")]
    [InlineData(3, "a, b, and c")]
    public void Texts_are_joined_to_a_sentence(int count, string expected) => Letters.Take(count).JoinCommaAnd().ShouldBe(expected);

    [Theory]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a", "a")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Quotes_come_only_where_needed(string? text, string expected) => text.DoubleQuoteIfNeeded().ShouldBe(expected);

    [Fact]
    public void Quotes_inside_are_escaped()
    {
        "a\"b".DoubleQuote().ShouldBe("\"a\\\"b\"");
        "a'b".SingleQuote().ShouldBe(@"'a\'b'");
        "a;b".DoubleQuoteIfNeeded(';').ShouldBe("\"a;b\"");
        "\"a b\"".TrimMatchingDoubleQuotes().ShouldBe("a b");
        "'a b'".TrimMatchingQuotes().ShouldBe("a b");
    }

    [Fact]
    public void Trimming_takes_one_occurrence()
    {
        "ababx".TrimStart("ab").ShouldBe("abx");
        "xabab".TrimEnd("ab").ShouldBe("xab");
        "x".TrimEnd("ab").ShouldBe("x");
    }

    [Fact]
    public void Case_can_be_ignored()
    {
        "Abc".EqualsOrdinalIgnoreCase("aBC").ShouldBeTrue();
        "Abc".ContainsOrdinalIgnoreCase("BC").ShouldBeTrue();
        "Abc".StartsWithOrdinalIgnoreCase("aB").ShouldBeTrue();
        "Abc".EndsWithOrdinalIgnoreCase("BC").ShouldBeTrue();
        "Abc".EqualsAnyOrdinalIgnoreCase("x", "ABC").ShouldBeTrue();
        "Abc".EqualsAnyOrdinalIgnoreCase("x", "y").ShouldBeFalse();
    }

    [Fact]
    public void Texts_are_split()
    {
        "a\r\nb\nc\rd".SplitLineBreaks().ShouldBe(["a", "b", "c", "d"]);
        "a  b ".SplitSpace().ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("CamelCaseTarget", "camel-case-target")]
    [InlineData("NuGetApiKey", "nuget-api-key")]
    [InlineData("Token", "token")]
    [InlineData("MyGitHub", "my-github")]
    public void Camel_humps_are_split_around_known_words(string name, string expected) =>
        name.SplitCamelHumpsWithSeparator("-", "NuGet", "GitHub").ToLowerInvariant().ShouldBe(expected);

    [Fact]
    public void Texts_are_changed()
    {
        "abcdef".Truncate(3).ShouldBe("abc…");
        "abc".Truncate(3).ShouldBe("abc");
        "a1b2".ReplaceRegex("[0-9]", x => $"<{x.Value}>").ShouldBe("a<1>b<2>");
    }

    [Fact]
    public void Hashes_are_the_known_ones()
    {
        "abc".GetMD5Hash().ShouldBe("900150983cd24fb0d6963f7d28e17f72");
        "abc".GetSHA256Hash().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
