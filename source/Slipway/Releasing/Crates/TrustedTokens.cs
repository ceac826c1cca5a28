using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Http;

namespace Slipway.Releasing.Crates;

/// <summary>
/// Tokens for a workflow that the registry trusts: GitHub says which workflow it is, the registry gives a token for half an
/// hour. A proof counts once, so that each token has one of its own. https://crates.io/docs/trusted-publishing
/// </summary>
/// <param name="request">Where GitHub gives proofs: <c>ACTIONS_ID_TOKEN_REQUEST_URL</c>.</param>
/// <param name="requestToken">Secret: <c>ACTIONS_ID_TOKEN_REQUEST_TOKEN</c>.</param>
public sealed class TrustedTokens(Uri request, string requestToken, Uri registry, HttpMessageHandler handler) : IDisposable
{
    // Whom the proof is for; a registry that stands for crates.io is asked as that.
    private const string Audience = "crates.io";

    private readonly HttpClient _client = Sending.Client(handler);

    private Uri Address => new(registry, "api/v1/trusted_publishing/tokens");

    /// <exception cref="SlipwayException">The workflow is not trusted, or somebody does not answer.</exception>
    public async Task<string> MintAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"{request}{(request.Query.Length > 0 ? "&" : "?")}audience={Audience}");
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", requestToken);
            using var proof = await _client.SendAsync(ask, cancellationToken);
            if (!proof.IsSuccessStatusCode)
                throw Refused($"GitHub gives no proof of the workflow ({(int)proof.StatusCode})", "The job needs the permission id-token: write.");
            var jwt = (await proof.Content.ReadFromJsonAsync(TrustedJson.Default.Proof, cancellationToken))?.Value;
            using var answer = await _client.PostAsync(Address, JsonContent.Create(new TokenRequest(jwt ?? ""), TrustedJson.Default.TokenRequest), cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused(
                    $"the registry does not trust this workflow ({(int)answer.StatusCode}{await ReasonAsync(answer, cancellationToken)})",
                    "On the crate's page, under Settings and Trusted Publishing, name this repository, the file of the workflow that was started, and its environment. The first version of a new crate needs a token of a person: CARGO_REGISTRY_TOKEN.");
            }

            return (await answer.Content.ReadFromJsonAsync(TrustedJson.Default.TokenAnswer, cancellationToken))?.Token is { Length: > 0 } token
                ? token
                : throw Refused("the registry's answer has no token", null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Refused("somebody does not answer", "Run the same again.", exception);
        }
    }

    /// <summary>Takes a token back; that it fails is no harm, as it ends by itself.</summary>
    public async Task<bool> RevokeAsync(string token)
    {
        try
        {
            using var ask = new HttpRequestMessage(HttpMethod.Delete, Address);
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            // Also when the run was interrupted.
            using var answer = await _client.SendAsync(ask, CancellationToken.None);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    // What differs between the workflow and what the crate trusts. Other answers are pages for browsers.
    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var errors = (await answer.Content.ReadFromJsonAsync(TrustedJson.Default.RegistryErrors, cancellationToken))?.Errors;
            return errors is [{ Detail: { Length: > 0 } detail }, ..] ? $": {detail.ReplaceLineEndings(" ").TrimEnd('.')}" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static SlipwayException Refused(string why, string? hint, Exception? cause = null) =>
        new(ErrorKind.Environment, $"There is no token for the registry: {why}.", hint, cause: cause);
}

internal sealed record Proof(string? Value);

internal sealed record TokenRequest(string Jwt);

internal sealed record TokenAnswer(string? Token);

internal sealed record RegistryError(string? Detail);

internal sealed record RegistryErrors(RegistryError[]? Errors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Proof))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(RegistryErrors))]
internal sealed partial class TrustedJson : JsonSerializerContext;
