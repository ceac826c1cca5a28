using Slipway.Rehearsal.Page;

namespace Slipway.Rehearsal.Tests.Users;

public class PageTests
{
    [Fact]
    public void A_page_shows_what_users_see()
    {
        var page = RehearsalPage.Write(RehearsalSamples.Content("### Added\n\n- `--fast`, see [the manual](https://example.org/manual)", isGood: true));
        page.ShouldContain("ferry 1.2.3 works for its users");
        page.ShouldContain("<h5>Added</h5>");
        page.ShouldContain("<code>--fast</code>");
        page.ShouldContain("href=\"https://example.org/manual\"");
        page.ShouldContain("ferry 1.2.3 is released");
        page.ShouldContain("POST /releases");
    }

    [Fact]
    public void What_is_bad_is_said_first_and_how_to_mend_it()
    {
        var page = RehearsalPage.Write(RehearsalSamples.Content("Notes", isGood: false));
        page.ShouldContain("ferry 1.2.3 does not work for its users");
        page.ShouldContain("Run Sign.");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        var page = RehearsalPage.Write(RehearsalSamples.Content(Hostile, isGood: true));
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("href=\"javascript:");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public void Notes_keep_code_as_it_stands()
    {
        var page = RehearsalPage.Write(RehearsalSamples.Content("```\n# no title\n- no item\n```\nAfter", isGood: true));
        page.ShouldContain("<pre># no title\n- no item\n</pre>");
        page.ShouldContain("<p>After</p>");
    }
}
