using CsCheck;
using Slipway.Workflows;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows;

public class YamlTests
{
    [Theory]
    [InlineData("v*")]
    [InlineData("17 3 * * *")]
    [InlineData("a:b")]
    [InlineData("samples/caro")]
    [InlineData("1.2.3")]
    [InlineData("release/**")]
    [InlineData("it's")]
    [InlineData("${{ github.ref == 'refs/heads/main' }}")]
    public void Text_that_YAML_reads_as_text_stands_as_it_is(string text) => YamlScalar.Of(text).ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a:")]
    [InlineData("true")]
    [InlineData("NO")]
    [InlineData("on")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("1.10")]
    [InlineData("-1e3")]
    [InlineData("0x1F")]
    [InlineData("0o17")]
    [InlineData("1_000")]
    [InlineData("12:30:45")]
    [InlineData(".inf")]
    [InlineData("2026-11-25")]
    [InlineData("<<")]
    [InlineData("!important")]
    [InlineData("@home")]
    [InlineData("`x`")]
    [InlineData("%x")]
    public void Text_that_YAML_would_read_as_something_else_is_quoted(string text)
    {
        YamlScalar.Of(text).ShouldBe($"'{text}'");
        Read(YamlScalar.Of(text)).ShouldBe((text, ScalarStyle.SingleQuoted));
    }

    [Fact]
    public void Lists_in_one_line_quote_what_ends_an_item()
    {
        YamlScalar.Of("a,b", inFlow: true).ShouldBe("'a,b'");
        YamlScalar.Of("a,b").ShouldBe("a,b");
    }

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() =>
        Gen.String[Gen.Char[" -?:,[]{}#&*!|>'\"%@`a1.\n\t\u0007é"], 0, 12].Sample(
            text =>
            {
                Read(YamlScalar.Of(text)).Text.ShouldBe(text);
                Read($"[{YamlScalar.Of(text, inFlow: true)}]", inFlow: true).Text.ShouldBe(text);
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void Text_of_several_lines_stands_as_a_block()
    {
        var yaml = new YamlWriter();
        yaml.Map("with", () => yaml.Value("path", "a/*\n!b: c"));

        yaml.ToString().ShouldBe("with:\n  path: |\n    a/*\n    !b: c\n");
    }

    [Fact]
    public void Empty_and_indented_lines_of_a_script_are_kept()
    {
        const string Script = "if true; then\n  echo 'a: b' # c\n\nfi";
        var yaml = new YamlWriter();
        yaml.Map("step", () => yaml.Value("run", Script));

        yaml.ToString().ShouldBe("step:\n  run: |\n    if true; then\n      echo 'a: b' # c\n\n    fi\n");
        using var reader = new StringReader(yaml.ToString());
        var stream = new YamlStream();
        stream.Load(reader);
        ((YamlScalarNode)stream.Documents.Single().RootNode["step"]["run"]).Value.ShouldBe(Script + "\n");
    }

    [Theory]
    [InlineData(" a\nb")]
    [InlineData("\na")]
    [InlineData("a\n")]
    [InlineData("a\n \nb")]
    [InlineData("a\tb\nc")]
    public void What_a_block_would_not_keep_is_quoted(string text)
    {
        var yaml = new YamlWriter();
        yaml.Value("run", text);

        yaml.ToString().ShouldStartWith("run: \"");
    }

    [Fact]
    public void A_list_that_is_too_long_for_a_line_stands_in_several()
    {
        var yaml = new YamlWriter();
        yaml.List("branches", [new string('a', 60), new string('b', 60)]);

        yaml.ToString().ShouldBe($"branches:\n  - {new string('a', 60)}\n  - {new string('b', 60)}\n");
    }

    private static (string Text, ScalarStyle Style) Read(string scalar, bool inFlow = false)
    {
        using var reader = new StringReader($"key: {scalar}\n");
        var stream = new YamlStream();
        stream.Load(reader);
        var value = stream.Documents.Single().RootNode["key"];
        var node = (YamlScalarNode)(inFlow ? value[0] : value);
        return (node.Value!, node.Style);
    }
}
