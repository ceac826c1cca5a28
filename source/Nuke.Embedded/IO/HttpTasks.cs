using System.Net.Http.Headers;
using Nuke.Common.Tooling;

namespace Nuke.Common.IO;

/// <summary>Downloads texts and files.</summary>
public static class HttpTasks
{
    /// <summary>How long a server may be silent unless the client is configured otherwise.</summary>
    public static TimeSpan DefaultTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public static string HttpDownloadString(
        string uri,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null) =>
        HttpDownloadStringAsync(uri, clientConfigurator, headerConfigurator).GetAwaiter().GetResult();

    public static async Task<string> HttpDownloadStringAsync(
        string uri,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null)
    {
        using var client = CreateClient(clientConfigurator, headerConfigurator);
        return await client.GetStringAsync(new Uri(uri));
    }

    public static void HttpDownloadFile(
        string uri,
        AbsolutePath path,
        FileMode mode = FileMode.Create,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null) =>
        HttpDownloadFileAsync(uri, path, mode, clientConfigurator, headerConfigurator).GetAwaiter().GetResult();

    public static async Task HttpDownloadFileAsync(
        string uri,
        AbsolutePath path,
        FileMode mode = FileMode.Create,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null)
    {
        using var client = CreateClient(clientConfigurator, headerConfigurator);
        using var response = await client.GetAsync(new Uri(uri), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await WholeFile.WriteAsync(path, mode, file => CopyAsync(response, file, uri, client.Timeout));
    }

    // The client's own timeout ends with the headers, and one for the whole body would depend on the file's size.
    private static async Task CopyAsync(HttpResponseMessage response, Stream file, string uri, TimeSpan timeout)
    {
        var buffer = new byte[81920];
        using var silence = new CancellationTokenSource();
        await using var body = await response.Content.ReadAsStreamAsync();
        try
        {
            while (true)
            {
                silence.CancelAfter(timeout);
                var count = await body.ReadAsync(buffer, silence.Token);
                if (count == 0)
                    return;
                await file.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (OperationCanceledException exception) when (silence.IsCancellationRequested)
        {
            throw new TimeoutException($"Download of '{uri}' stopped: no data for {timeout.TotalSeconds} seconds", exception);
        }
    }

    private static HttpClient CreateClient(
        Configure<HttpClient>? clientConfigurator,
        Action<HttpRequestHeaders>? headerConfigurator)
    {
        var client = new HttpClient { Timeout = DefaultTimeout };
        client = clientConfigurator?.Invoke(client) ?? client;
        headerConfigurator?.Invoke(client.DefaultRequestHeaders);
        return client;
    }
}
