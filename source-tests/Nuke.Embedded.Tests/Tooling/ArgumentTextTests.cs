using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ArgumentTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  a   b ", new[] { "a", "b" })]
    [InlineData("a \"b c\" d", new[] { "a", "b c", "d" })]
    [InlineData("--name=\"b c\"", new[] { "--name=b c" })]
    [InlineData("\"\"", new[] { "" })]
    [InlineData("a \"\" b", new[] { "a", "", "b" })]
    [InlineData("\"say \\\"hi\\\"\"", new[] { "say \"hi\"" })]
    [InlineData("\"a\"\"b\"", new[] { "a\"b" })]
    [InlineData(@"C:\a\b ""C:\c d\\"" e", new[] { @"C:\a\b", @"C:\c d\", "e" })]
    [InlineData(@"\\server\share", new[] { @"\\server\share" })]
    [InlineData("'a b'", new[] { "'a", "b'" })]
    [InlineData("a\tb\nc", new[] { "a", "b", "c" })]
    public void Text_is_taken_apart_by_the_rules_of_the_framework(string text, string[] expected)
        => ArgumentText.Split(text).ShouldBe(expected);

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("say \"hi\"")]
    [InlineData(@"ends with \")]
    [InlineData(@"a \"" b\\")]
    [InlineData("line\nbreak")]
    public void A_joined_list_comes_back_as_it_was(string argument)
        => ArgumentText.Split(ArgumentText.Join([argument, "next"])).ShouldBe([argument, "next"]);

    [Theory]
    [InlineData("a \"b c\" --x=\"y z\" \"\" e\\\\ \"f\\\"g\"")]
    [InlineData(@"""C:\a b\\"" c\d")]
    public void A_program_gets_the_same_arguments_as_from_the_framework(string text)
        => DummyProgram.Tool($"arguments {text:nq}").Select(x => x.Text)
            .ShouldBe(ArgumentText.Split(text).Select(x => $"[{x}]"));
}
