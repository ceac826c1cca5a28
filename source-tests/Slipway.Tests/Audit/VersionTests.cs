using Slipway.Audit.Versions;

namespace Slipway.Tests.Audit;

public class VersionTests
{
    [Fact]
    public void Versions_are_in_the_order_of_semantic_versioning()
    {
        string[] ordered =
        [
            "0.0.1", "0.1.0-0", "0.1.0", "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
            "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1-0", "1.2.0", "1.10.0", "18446744073709551615.0.0",
        ];

        var versions = ordered.Select(CrateVersion.Parse).ToList();

        versions.AsEnumerable().Reverse().Order().Select(version => version.ToString()).ShouldBe(ordered);
        CrateVersion.Parse("1.0.0+one").ShouldBe(CrateVersion.Parse("1.0.0+two"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-a..b")]
    [InlineData("-1.2.3")]
    [InlineData("18446744073709551616.0.0")]
    [InlineData("")]
    public void What_is_no_version_is_not_read_as_one(string text) => CrateVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(">= 1.2.3", "1.2.3 2.0.0 2.0.0-rc.1", "1.2.2 1.2.3-rc.1")]
    [InlineData(">=1.2.3", "1.2.3", "1.2.2")]
    [InlineData("> 1.2.3", "1.2.4 1.2.4-alpha", "1.2.3")]
    [InlineData("< 1.2.3", "1.2.2 1.2.3-rc.1", "1.2.3")]
    [InlineData("<= 1.2", "1.2.0", "1.2.1 1.2.1-0")]
    [InlineData("= 1.2.3", "1.2.3 1.2.3+build", "1.2.4 1.2.3-rc.1")]
    [InlineData(">= 0.6.14, < 1.0.0", "0.6.14 0.7.0 1.0.0-alpha", "0.6.13 1.0.0")]
    [InlineData("< 1.0.0, >= 0.6.14", "0.6.14", "1.0.0")]
    [InlineData("^1.2.3", "1.2.3 1.9.0 1.9.0-alpha", "1.2.2 2.0.0 2.0.0-alpha 2.0.0-0")]
    [InlineData("^ 1.2", "1.2.0 1.3.0", "1.1.9 2.0.0")]
    [InlineData("1.2.3", "1.2.3 1.3.0", "1.2.2 2.0.0")]
    [InlineData("^0.2.3", "0.2.3 0.2.9", "0.3.0 0.3.0-rc.1 0.2.2")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4 0.0.2 0.0.4-0")]
    [InlineData("^0.0", "0.0.0 0.0.9", "0.1.0")]
    [InlineData("^0", "0.0.0 0.9.9", "1.0.0 1.0.0-alpha")]
    [InlineData("^1", "1.0.0 1.9.9", "0.9.9 2.0.0")]
    [InlineData("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.3.0-alpha 1.2.2")]
    [InlineData("~1", "1.0.0 1.9.9", "2.0.0")]
    [InlineData(">= 1.0.0-rc.2", "1.0.0-rc.2 1.0.0-rc.10 1.0.0", "1.0.0-rc.1 0.9.9")]
    [InlineData("*", "0.0.1 9.9.9-alpha", "")]
    public void Requirements_of_advisories_take_pre_releases_in(string requirement, string inside, string outside)
    {
        var range = VersionRange.Parse(requirement);

        foreach (var version in Versions(inside))
            range.Contains(version).ShouldBeTrue($"{version} in {requirement}");
        foreach (var version in Versions(outside))
            range.Contains(version).ShouldBeFalse($"{version} in {requirement}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData(">= 1.0, >= 2.0")]
    [InlineData("= 1.0.0, < 2.0.0")]
    [InlineData("1.x")]
    [InlineData(">> 1.0.0")]
    [InlineData(">= 1.0.0,")]
    public void What_is_no_requirement_is_refused(string text) => Should.Throw<FormatException>(() => VersionRange.Parse(text));

    private static IEnumerable<CrateVersion> Versions(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CrateVersion.Parse);
}
