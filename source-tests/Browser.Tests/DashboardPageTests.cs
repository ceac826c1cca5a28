using Microsoft.Playwright;
using Slipway.Health.Page;
using Slipway.Tests.Health;

namespace Browser.Tests;

/// <summary>The dashboard as a browser shows it.</summary>
public class DashboardPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task An_imported_history_reads_on_every_screen_and_asks_for_nothing(int width, ColorScheme scheme)
    {
        await using var reader = await OpenAsync(await DashboardSamples.ImportedAsync(30, Token), Reader.Options(width, 844, scheme));
        await reader.UnfoldAsync();

        await reader.KeepAsync($"dashboard-{width}-{scheme}");

        (await reader.OverflowAsync()).ShouldBe(0);
        reader.Requests.ShouldBeEmpty();
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Runs_of_this_machine_read_on_every_screen(int width)
    {
        await using var reader = await OpenAsync(await DashboardSamples.OwnAsync(new string('W', 3_000), Token), Reader.Options(width, 844));
        await reader.UnfoldAsync();

        await reader.KeepAsync($"dashboard-own-{width}");

        (await reader.OverflowAsync()).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_are_read_without_scripts()
    {
        var options = Reader.Options(390, 844);
        options.JavaScriptEnabled = false;
        await using var reader = await OpenAsync(await DashboardSamples.ImportedAsync(30, Token), options);

        (await reader.Page.Locator("h1").InnerTextAsync()).ShouldContain("targets missed");
        (await reader.Page.Locator("#figures td.number").First.InnerTextAsync()).ShouldContain("82.35 %");
        await reader.Page.Locator("#runs summary").ClickAsync();
        (await reader.Page.Locator("#runs tbody tr").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Charts_have_names_and_columns_that_are_seen()
    {
        await using var reader = await OpenAsync(await DashboardSamples.ImportedAsync(30, Token), Reader.Options(1280, 800));

        var chart = reader.Page.Locator("#runs svg").First;

        (await chart.Locator("title").TextContentAsync()).ShouldBe("Runs");
        var box = await chart.Locator("rect").First.BoundingBoxAsync();
        box!.Width.ShouldBeGreaterThan(5);
        box.Height.ShouldBeGreaterThan(1);
    }

    private Task<Reader> OpenAsync(DashboardContent content, BrowserNewContextOptions options) => chromium.OpenAsync(DashboardPage.Write(content), options);
}
