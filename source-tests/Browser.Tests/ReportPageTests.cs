using Microsoft.Playwright;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Tests.Reporting;

namespace Browser.Tests;

/// <summary>The page of a report as a browser shows it; SCREENSHOTS=1 leaves pictures in the folder for temporary files.</summary>
public class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Attack = "</style></title><script>document.title='hit'</script><img src='https://attack.invalid/x' onerror=\"document.title='hit'\"><style>body{display:none}</style>";

    public static TheoryData<string, int, int, ColorScheme> Screens { get; } = new()
    {
        { "phone", 390, 844, ColorScheme.Light },
        { "phone", 390, 844, ColorScheme.Dark },
        { "desk", 1280, 800, ColorScheme.Light },
        { "desk", 1280, 800, ColorScheme.Dark },
        { "watch", 280, 653, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_page_fits_the_screen_and_asks_for_nothing(string screen, int width, int height, ColorScheme scheme)
    {
        await using var reader = await OpenAsync(PageSamples.Full, width, height, scheme);
        await reader.UnfoldAsync();

        await reader.KeepAsync($"{screen}-{scheme}");

        (await reader.OverflowAsync()).ShouldBe(0);
        reader.Requests.ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, "rgb(15, 19, 24)")]
    public async Task The_page_follows_the_colours_of_the_reader(ColorScheme scheme, string ground)
    {
        await using var reader = await OpenAsync(PageSamples.Full, 1280, 800, scheme);

        (await reader.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe(ground);
    }

    [Fact]
    public async Task Text_is_large_enough_on_a_phone()
    {
        await using var reader = await OpenAsync(PageSamples.Full, 390, 844);
        await reader.UnfoldAsync();

        var smallest = await reader.Page.EvaluateAsync<double>("""
            Math.min(...[...document.querySelectorAll('body *')]
                .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .map(one => parseFloat(getComputedStyle(one).fontSize)))
            """);

        smallest.ShouldBeGreaterThanOrEqualTo(11);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Text_without_an_end_does_not_widen_the_page(int width)
    {
        await using var reader = await OpenAsync(PageSamples.Hostile(new string('W', 3_000)), width, 844);
        await reader.UnfoldAsync();

        (await reader.OverflowAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Hostile_text_does_nothing()
    {
        await using var reader = await OpenAsync(PageSamples.Hostile(Attack), 1280, 800);
        await reader.UnfoldAsync();

        (await reader.Page.TitleAsync()).ShouldBe("1 of 1 gate failed");
        (await reader.Page.Locator("script, img, style:not(head style)").CountAsync()).ShouldBe(0);
        (await reader.Page.Locator(".findings .text").InnerTextAsync()).ShouldBe(Attack);
        reader.Requests.ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_hostile_text_ever_get_through_it_still_does_nothing()
    {
        var page = HtmlReport.Write(PageSamples.Full);
        var broken = page.Replace("<main>", $"<main>{Attack}<p id=\"styled\" style=\"color: rgb(1, 2, 3)\">x</p>", StringComparison.Ordinal);
        broken.ShouldNotBe(page);
        await using var reader = await chromium.OpenAsync(broken, Reader.Options(1280, 800));

        (await reader.Page.TitleAsync()).ShouldNotBe("hit");
        (await reader.Page.Locator("main").IsVisibleAsync()).ShouldBeTrue();
        (await reader.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#styled')).color")).ShouldNotBe("rgb(1, 2, 3)");
        reader.Complaints.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_page_reads_without_scripts()
    {
        var options = Reader.Options(390, 844);
        options.JavaScriptEnabled = false;
        await using var reader = await chromium.OpenAsync(HtmlReport.Write(PageSamples.Full), options);

        await reader.Page.Locator("#outputs summary").First.ClickAsync();

        (await reader.Page.Locator("#outputs pre").First.IsVisibleAsync()).ShouldBeTrue();
        (await reader.Page.Locator("h1").InnerTextAsync()).ShouldContain("2 of 7 gates failed");
    }

    [Fact]
    public async Task Tables_are_tables_also_where_they_look_like_cards()
    {
        await using var reader = await OpenAsync(PageSamples.Full, 390, 844);

        var row = reader.Page.GetByRole(AriaRole.Table, new() { Name = "What each gate says" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "BinarySize" });

        (await row.GetByRole(AriaRole.Rowheader).InnerTextAsync()).ShouldBe("BinarySize");
        (await row.GetByRole(AriaRole.Cell).CountAsync()).ShouldBe(3);
    }

    private Task<Reader> OpenAsync(ReportContent content, int width, int height, ColorScheme scheme = ColorScheme.Light) =>
        chromium.OpenAsync(HtmlReport.Write(content), Reader.Options(width, height, scheme));
}
