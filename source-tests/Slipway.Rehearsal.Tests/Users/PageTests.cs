using Slipway.Manifest;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Page;
using Slipway.Rehearsal.Users;

namespace Slipway.Rehearsal.Tests.Users;

public class PageTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_page_shows_what_users_see()
    {
        var page = RehearsalPage.Write(Content("### Added\n\n- `--fast`, see [the manual](https://example.org/manual)", isGood: true));
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
        var page = RehearsalPage.Write(Content("Notes", isGood: false));
        page.ShouldContain("ferry 1.2.3 does not work for its users");
        page.ShouldContain("Run Sign.");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        var page = RehearsalPage.Write(Content(Hostile, isGood: true));
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("href=\"javascript:");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public void Notes_keep_code_as_it_stands()
    {
        var page = RehearsalPage.Write(Content("```\n# no title\n- no item\n```\nAfter", isGood: true));
        page.ShouldContain("<pre># no title\n- no item\n</pre>");
        page.ShouldContain("<p>After</p>");
    }

    private static RehearsalContent Content(string notes, bool isGood) => new(
        new ReleaseManifest(ReleaseManifest.CurrentVersion, "ferry", "1.2.3", "v1.2.3", new string('a', 40), false, notes, [new Asset("SHA256SUMS", AssetKind.Checksums, null, 1234, new string('b', 64))], [new ReleaseCrate("ferry", "1.2.3")]),
        new Uri("http://127.0.0.1:1/octo/ferry/releases/tag/v1.2.3"),
        [new UserCheck("signature", isGood, "gpg --verify", isGood ? null : "Run Sign.")],
        "sums",
        "signature",
        [new DiscordMessage("1", "ferry 1.2.3 is released", "{\"embeds\":[{\"title\":\"Release notes\",\"description\":\"text\"}]}")],
        [],
        [new Call(Time, "github", "POST", "/releases", 201, TimeSpan.FromMilliseconds(5), Fault: false)]);
}
