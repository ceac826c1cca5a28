using Slipway.Releasing;

namespace Slipway.Tests.Releasing;

public class ReleaseTagTests
{
    [Theory]
    [InlineData("v1.2.3", null, "1.2.3", false)]
    [InlineData("1.2.3", null, "1.2.3", false)]
    [InlineData("v1.1.0-beta", null, "1.1.0-beta", true)]
    [InlineData("v1.0.0-rc.1+build.5", null, "1.0.0-rc.1+build.5", true)]
    [InlineData("app-1.2.3", "app", "1.2.3", false)]
    [InlineData("app-v1.2.3", "app", "1.2.3", false)]
    [InlineData("app-core-v0.1.0-alpha.2", "app-core", "0.1.0-alpha.2", true)]
    [InlineData("app/v1.2.3", "app", "1.2.3", false)]
    public void A_tag_names_a_version_and_perhaps_a_crate(string tag, string? crate, string version, bool isPrerelease)
    {
        var read = ReleaseTag.Parse(tag, ["app", "app-core"]);

        (read.Name, read.Crate, read.Version.ToString(), read.IsPrerelease).ShouldBe((tag, crate, version, isPrerelease));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("v1.2")]
    [InlineData("v1.2.3.4")]
    [InlineData("v01.2.3")]
    [InlineData("latest")]
    [InlineData("other-1.2.3")]
    [InlineData("refs/tags/v1.2.3")]
    [InlineData("v1.2.3 ")]
    [InlineData("v1.2.3\n")]
    [InlineData("vv1.2.3")]
    public void Any_other_tag_is_refused_with_the_forms_that_there_are(string tag)
    {
        var error = Should.Throw<SlipwayException>(() => ReleaseTag.Parse(tag, ["app"]));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Hint!.ShouldContain("CRATE-1.2.3");
    }
}
