using Microsoft.Playwright;
using Slipway.Rehearsal.Page;
using Slipway.Rehearsal.Tests.Users;

namespace Browser.Tests;

/// <summary>The page of a rehearsal as a browser shows it.</summary>
public class RehearsalPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_release_reads_on_every_screen_and_asks_for_nothing(int width, ColorScheme scheme)
    {
        await using var reader = await OpenAsync("### Added\n\n- `--fast`", isGood: true, Reader.Options(width, 844, scheme));
        await reader.UnfoldAsync();

        await reader.KeepAsync($"rehearsal-{width}-{scheme}");

        (await reader.OverflowAsync()).ShouldBe(0);
        reader.Requests.ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_work_is_read_first_without_scripts()
    {
        var options = Reader.Options(390, 844);
        options.JavaScriptEnabled = false;
        await using var reader = await OpenAsync("Notes", isGood: false, options);

        (await reader.Page.Locator("h1").InnerTextAsync()).ShouldContain("ferry 1.2.3 does not work for its users");
        (await reader.Page.GetByText("Run Sign.").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Notes_without_an_end_do_not_widen_the_page()
    {
        await using var reader = await OpenAsync(new string('W', 3_000), isGood: true, Reader.Options(390, 844));
        await reader.UnfoldAsync();

        (await reader.OverflowAsync()).ShouldBe(0);
    }

    private Task<Reader> OpenAsync(string notes, bool isGood, BrowserNewContextOptions options) =>
        chromium.OpenAsync(RehearsalPage.Write(RehearsalSamples.Content(notes, isGood)), options);
}
