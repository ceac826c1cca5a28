using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page in the browser, and what went on beside it.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _folder;

    private Reader(IBrowserContext context, IPage page, string folder) => (_context, Page, _folder) = (context, page, folder);

    public IPage Page { get; }

    /// <summary>What the page asked for, besides itself.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What the browser complained of.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public static BrowserNewContextOptions Options(int width, int height, ColorScheme scheme = ColorScheme.Light) => new()
    {
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = scheme,
    };

    public static async Task<Reader> OpenAsync(IBrowserContext context, string html)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-page-").FullName;
        var file = Path.Combine(folder, "index.html");
        await File.WriteAllTextAsync(file, html);
        var address = new Uri(file).AbsoluteUri;
        var reader = new Reader(context, await context.NewPageAsync(), folder);
        reader.Page.Request += (_, request) =>
        {
            if (request.Url != address)
                reader.Requests.Enqueue(request.Url);
        };
        reader.Page.Console += (_, message) => reader.Complaints.Enqueue($"{message.Type}: {message.Text}");
        reader.Page.PageError += (_, error) => reader.Complaints.Enqueue(error);
        await reader.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return reader;
    }

    /// <summary>How many pixels of the page stand out at its side.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Everything can be read when nothing is folded.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

    /// <summary>Keeps a picture when SCREENSHOTS=1.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") != "1")
            return;
        var file = Path.Combine(Path.GetTempPath(), "slipway-screenshots", $"{name}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        TestContext.Current.TestOutputHelper?.WriteLine(file);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
