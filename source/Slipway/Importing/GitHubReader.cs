using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Http;

namespace Slipway.Importing;

/// <summary>Reads a repository's past from GitHub. It waits for a minute when GitHub asks for it, and not longer.</summary>
public sealed class GitHubReader : IDisposable
{
    private const int MostBytes = 32_000_000;
    private const int MostAttempts = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly TimeSpan _pause;
    private int _requests;

    /// <param name="api">Where the API is: what <c>GITHUB_API_URL</c> says.</param>
    /// <param name="repository">As <c>owner/name</c>.</param>
    /// <param name="token">Secret.</param>
    /// <param name="firstPause">Before the first of the retries that nobody names a time for; null is a second.</param>
    /// <exception cref="SlipwayException">The repository is none.</exception>
    public GitHubReader(Uri api, string repository, string token, TimeProvider time, TimeSpan? firstPause = null)
    {
        if (repository.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name])
            throw new SlipwayException(ErrorKind.Configuration, $"GITHUB_REPOSITORY is '{repository}', which is no repository.", "owner/name is one.");
        (Repository, _time, _pause) = (repository, time, firstPause ?? TimeSpan.FromSeconds(1));
        _client = Sending.Client(new PatientHandler(new DeadlineHandler(new SocketsHttpHandler(), time), time, LongestPause, firstPause));
        _client.MaxResponseContentBufferSize = MostBytes;
        // Relative addresses replace what stands behind the last slash.
        _client.BaseAddress = new Uri($"{api.AbsoluteUri.TrimEnd('/')}/repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}/");
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
    }

    public string Repository { get; }

    /// <summary>How many answers were asked for.</summary>
    public int Requests => _requests;

    public void Dispose() => _client.Dispose();

    /// <summary>Reads what stands at an address below the repository's.</summary>
    /// <param name="tag">Of what was read before.</param>
    /// <exception cref="SlipwayException">GitHub refuses, cannot be reached, or does not answer as it should.</exception>
    internal async Task<Answer<T>> ReadAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken, string? tag = null)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(address, type, tag, cancellationToken);
            }
            // An answer may be cut off, and be a whole one the next time.
            catch (JsonException) when (attempt < MostAttempts)
            {
                await Task.Delay(_pause * attempt, _time, cancellationToken);
            }
            catch (JsonException exception)
            {
                throw Problem($"its answer at {address} is not what it should be", "Try again; what was read so far is kept.", exception);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                throw Problem($"it could not be reached ({exception.Message})", "See that the network works, and go on with the same command: what was read so far is kept.", exception);
            }
        }
    }

    private async Task<Answer<T>> AskAsync<T>(string address, JsonTypeInfo<T> type, string? tag, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Interlocked.Increment(ref _requests);
        using var answer = await _client.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return new Answer<T>(null, tag, IsUnchanged: true);
        // The second is what GitHub says of a commit that is gone.
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)
            return default;
        if (PatientHandler.IsLimit(answer))
            throw new ImportLimitException(ResetOf(answer));
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        // The limit on what is asked at once may name no time: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
        if (answer.StatusCode == HttpStatusCode.Forbidden && text.Contains("rate limit", StringComparison.OrdinalIgnoreCase))
            throw new ImportLimitException(null);
        if (!answer.IsSuccessStatusCode)
            throw Refused(answer.StatusCode);
        var value = JsonSerializer.Deserialize(text, type);
        return new Answer<T>(value ?? throw new JsonException("The answer is null."), answer.Headers.ETag?.ToString(), IsUnchanged: false);
    }

    private DateTimeOffset? ResetOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => _time.GetUtcNow() + delta,
        { Date: { } date } => date,
        _ when answer.Headers.TryGetValues("x-ratelimit-reset", out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() => DateTimeOffset.FromUnixTimeSeconds(seconds),
        _ => null,
    };

    // What servers say can repeat what was sent to them: only numbers are passed on.
    private SlipwayException Refused(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => Problem("the token is not valid (401)", "Set GITHUB_TOKEN to one that is: `gh auth token` prints yours."),
        HttpStatusCode.Forbidden => Problem("the token may not read this (403)", "A workflow needs the permissions actions: read, contents: read and deployments: read; another token the scope repo."),
        _ => Problem(string.Create(CultureInfo.InvariantCulture, $"it answered {(int)status}"), "Try again later; what was read so far is kept."),
    };

    private SlipwayException Problem(string what, string hint, Exception? cause = null) =>
        new(ErrorKind.Environment, $"The history of {Repository} cannot be read from GitHub: {what}.", hint, cause: cause);
}
