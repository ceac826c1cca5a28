using Microsoft.AspNetCore.Http;

namespace Slipway.Rehearsal.Crates;

/// <summary>Knows the tokens; cargo sends them as they are, or after <c>Bearer</c>.</summary>
internal sealed class Publishers(RegistryOptions options, TrustedPublishing? trusted)
{
    /// <exception cref="RegistryException">Nobody has this token.</exception>
    public Publisher Of(HttpContext context)
    {
        var value = context.Request.Headers.Authorization.ToString();
        var token = value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..] : value;
        if (token.Length == 0)
            throw RegistryException.Forbidden("this action requires authentication");
        if (token == options.Token)
            return new Publisher(options.Login, IsWorkflow: false);
        return trusted?.Knows(token) == true
            ? new Publisher("github-actions", IsWorkflow: true)
            : throw RegistryException.Forbidden("authentication failed");
    }
}
