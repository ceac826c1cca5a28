using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Slipway.Analysis.Alerts;

/// <summary>Reads the open alerts of CodeQL from GitHub; that it cannot is an answer, too, and has a reason.</summary>
public sealed class CodeScanning : IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 50;
    private const int MostAttempts = 3;
    private const int MostBytes = 32_000_000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client;
    private readonly string _alerts;
    private readonly TimeProvider _clock;

    /// <param name="api">Where the API is: what <c>GITHUB_API_URL</c> says.</param>
    /// <param name="repository">As <c>owner/name</c>.</param>
    public CodeScanning(Uri api, string token, string repository, TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _alerts = repository.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
            ? $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}/code-scanning/alerts"
            : throw new ArgumentException($"'{repository}' is no repository: owner/name is one.", nameof(repository));
        _client = new HttpClient
        {
            // Relative addresses replace what stands behind the last slash.
            BaseAddress = new Uri(api.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = RequestTimeout,
            MaxResponseContentBufferSize = MostBytes,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("slipway", null));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
    }

    /// <summary>Reads what is open on the default branch, which GitHub takes when none is named.</summary>
    public async Task<CodeScanningAnswer> ReadAsync(CancellationToken cancellationToken = default)
    {
        var alerts = new List<CodeScanningAlert>();
        for (var page = 1; page <= MostPages; page++)
        {
            var (text, problem) = await AskAsync(page, cancellationToken);
            if (text is null)
                return CodeScanningAnswer.Without(problem!);
            if (CodeScanningJson.Read(text) is not { } read)
                return CodeScanningAnswer.Without("GitHub's answer is no list of alerts");
            alerts.AddRange(read);
            if (read.Count < PageSize)
                break;
        }

        return new CodeScanningAnswer([.. alerts.OrderBy(alert => alert.Number)], null);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(string? Text, string? Problem)> AskAsync(int page, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{_alerts}?state=open&tool_name=CodeQL&per_page={PageSize}&page={page}");
        for (var attempt = 1; ; attempt++)
        {
            var (text, problem, isTemporary) = await TryAsync(address, cancellationToken);
            if (!isTemporary || attempt == MostAttempts)
                return (text, problem);
            await Task.Delay(FirstWait * attempt, _clock, cancellationToken);
        }
    }

    // What servers say can repeat what was sent to them: only numbers are passed on.
    private async Task<(string? Text, string? Problem, bool IsTemporary)> TryAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadAsStringAsync(cancellationToken), null, false);
            return (null, Explain(answer.StatusCode), answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, "GitHub could not be reached", true);
        }
    }

    private static string Explain(HttpStatusCode status)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            HttpStatusCode.Unauthorized => "the token is not valid",
            HttpStatusCode.Forbidden => $"the token may not read them, or code scanning is not enabled ({number}): the job needs the permission security-events: read",
            HttpStatusCode.NotFound => $"code scanning has analyzed nothing yet, or the token may not read it ({number})",
            _ => $"GitHub answered {number}",
        };
    }
}
