using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>Gives a workflow that proves who it is a token for half an hour.</summary>
internal sealed class TrustedPublishing(IdentityTokens identities, TrustedPublisher publisher, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    public bool Knows(string token) => _tokens.TryGetValue(token, out var until) && time.GetUtcNow() < until;

    /// <exception cref="RegistryException">The proof does not count.</exception>
    public string Exchange(string jwt)
    {
        if (identities.Verify(jwt) is not { } claims || claims.Text("aud") != "crates.io")
            throw RegistryException.Bad("Failed to decode JWT");
        if (Mistake(claims) is { } mistake)
            throw RegistryException.Bad(mistake);
        if (!_used.TryAdd(claims.Text("jti")!, true))
            throw RegistryException.Bad("JWT has already been used");
        var token = "cio_tp_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        _tokens[token] = time.GetUtcNow() + Lifetime;
        return token;
    }

    /// <summary>False when it is not known, or not any more.</summary>
    public bool Revoke(string token) => _tokens.TryRemove(token, out var until) && time.GetUtcNow() < until;

    private string? Mistake(JsonObject claims)
    {
        var file = claims.Text("workflow_ref")?.Split('@')[0].Split('/')[^1];
        return claims.Text("event_name") is "pull_request_target" or "workflow_run"
            ? $"Trusted Publishing is not supported for the `{claims.Text("event_name")}` event"
            : claims.Text("repository") != publisher.Repository ? $"No Trusted Publishing config found for repository `{claims.Text("repository")}`."
            : file != publisher.Workflow ? $"The Trusted Publishing config for repository `{publisher.Repository}` does not match the workflow filename `{file}` in the JWT. Expected workflow filenames: `{publisher.Workflow}`"
            : publisher.Environment is { } environment && claims.Text("environment") != environment
                ? $"The Trusted Publishing config for repository `{publisher.Repository}` requires an environment, but the JWT does not specify one. Expected environments: `{environment}`"
                : null;
    }
}
