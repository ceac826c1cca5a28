using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class AbsolutePathTests
{
    [Theory]
    [InlineData("/a/b/", "/a/b")]
    [InlineData("/a//b/./c/../d", "/a/b/d")]
    [InlineData("/", "/")]
    [InlineData(@"/a\b", "/a/b")]
    [InlineData(@"C:\a/b\..", @"C:\a")]
    [InlineData("c:", @"c:\")]
    [InlineData(@"\\server\share\..\other", @"\\server\other")]
    public void A_path_is_normalized(string text, string expected) => AbsolutePath.Create(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../a")]
    public void A_path_without_root_is_an_error(string text) =>
        Should.Throw<Exception>(() => (AbsolutePath)text).Message.ShouldBe($"Path '{text}' must be rooted");

    [Fact]
    public void A_path_out_of_its_root_is_an_error() =>
        Should.Throw<Exception>(() => (AbsolutePath)"/a/../..").Message.ShouldBe("Path '/a/../..' leads out of its root '/'");

    [Theory]
    [InlineData("b", "/a/b")]
    [InlineData("b/c/", "/a/b/c")]
    [InlineData("../b", "/b")]
    [InlineData("", "/a")]
    [InlineData(null, "/a")]
    public void A_slash_adds_a_part(string? part, string expected) => ((AbsolutePath)"/a" / part).ToString().ShouldBe(expected);

    [Fact]
    public void A_slash_refuses_a_rooted_part() =>
        Should.Throw<Exception>(() => (AbsolutePath)"/a" / "/b").Message.ShouldBe("Path '/b' must not be rooted to be added to '/a'");

    [Fact]
    public void Two_dots_lead_to_the_parent()
    {
        AbsolutePath path = "/a/b";

        (path / ..).ShouldBe(path.Parent);
        path.Parent.ToString().ShouldBe("/a");
        path.Parent.Parent.ToString().ShouldBe("/");
        path.Parent.Parent.Parent.ShouldBeNull();
        ((AbsolutePath)@"C:\a").Parent.Parent.ShouldBeNull();
        Should.Throw<Exception>(() => path / 1..2).Message.ShouldBe("Only '..' can follow '/' without quotes");
    }

    [Theory]
    [InlineData("/a/b.tar.gz", "b.tar.gz", "b.tar", ".gz")]
    [InlineData("/a/b", "b", "b", "")]
    [InlineData("/", "", "", "")]
    [InlineData(@"C:\a\b.exe", "b.exe", "b", ".exe")]
    [InlineData(@"C:\", "", "", "")]
    public void A_path_knows_its_name(string text, string name, string stem, string extension)
    {
        AbsolutePath path = text;

        (path.Name, path.NameWithoutExtension, path.Extension).ShouldBe((name, stem, extension));
    }

    [Fact]
    public void A_plus_adds_to_the_name() => ((AbsolutePath)"/a/b" + ".txt").ToString().ShouldBe("/a/b.txt");

    [Fact]
    public void Equality_ignores_case_on_windows_only()
    {
        ((AbsolutePath)"/a" == (AbsolutePath)"/A").ShouldBeFalse();
        ((AbsolutePath)@"C:\a" == (AbsolutePath)@"c:\A").ShouldBeTrue();
        ((AbsolutePath)@"C:\a").GetHashCode().ShouldBe(((AbsolutePath)@"c:\A").GetHashCode());
        ((AbsolutePath)"/a" == null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("d", "\"/a b\"")]
    [InlineData("dn", "\"/a b\"")]
    [InlineData("s", "'/a b'")]
    [InlineData("sn", "'/a b'")]
    [InlineData("nq", "/a b")]
    [InlineData(null, "/a b")]
    public void A_format_says_how_to_quote(string? format, string expected) =>
        ((AbsolutePath)"/a b").ToString(format).ShouldBe(expected);

    [Fact]
    public void Quotes_only_if_needed_are_left_out_otherwise() => $"{(AbsolutePath)"/a":dn}{(AbsolutePath)"/b":sn}".ShouldBe("/a/b");

    [Fact]
    public void Text_of_a_parameter_starts_at_the_working_directory()
    {
        var converter = TypeDescriptor.GetConverter(typeof(AbsolutePath));

        converter.ConvertFromInvariantString("/x").ShouldBe((AbsolutePath)"/x");
        converter.ConvertFromInvariantString("x/../y").ShouldBe(EnvironmentInfo.WorkingDirectory / "y");
        converter.ConvertToInvariantString((AbsolutePath)"/x").ShouldBe("/x");
    }

    [Fact]
    public void Null_stays_null()
    {
        ((AbsolutePath)(string?)null).ShouldBeNull();
        ((string)(AbsolutePath?)null).ShouldBeNull();
    }
}
