using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub;

/// <summary>What GitHub does around every request: ids, limits, tokens and the form of errors.</summary>
internal sealed class GitHubFront(GitHubOptions options, RateLimits limits)
{
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        response.Headers["X-GitHub-Request-Id"] = RandomNumberGenerator.GetHexString(16);
        response.Headers["X-GitHub-Media-Type"] = "github.v3; format=json";
        try
        {
            var caller = Caller(context);
            context.Features.Set(new Caller(caller));
            if (!context.Request.Path.ToString().EndsWith("/rate_limit", StringComparison.Ordinal))
                limits.Take(context);
            limits.Write(response);
            EnsureAllowed(context, caller);
            await next(context);
        }
        catch (GitHubRefusedException error)
        {
            await WriteAsync(response, error);
        }
    }

    private Right Caller(HttpContext context)
    {
        var value = context.Request.Headers.Authorization.ToString();
        if (context.Fault()?.ExpiredToken == true)
            throw new GitHubRefusedException(401, "Bad credentials");
        var token = value.Split(' ') is [var scheme, var text] && scheme.ToUpperInvariant() is "BEARER" or "TOKEN" ? text : value;
        return token switch
        {
            "" => Right.None,
            _ when token == options.Token => Right.Write,
            _ when token == options.ReadOnlyToken => Right.Read,
            // Who asks for a proof of identity has a token for that only.
            _ when token == options.Workflow.RequestToken => Right.None,
            _ => throw new GitHubRefusedException(401, "Bad credentials"),
        };
    }

    private static void EnsureAllowed(HttpContext context, Right right)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || right == Right.Write)
            return;
        throw right == Right.Read
            ? new GitHubRefusedException(403, "Resource not accessible by integration")
            : new GitHubRefusedException(401, "Requires authentication");
    }

    private static Task WriteAsync(HttpResponse response, GitHubRefusedException error)
    {
        var body = new JsonObject
        {
            ["message"] = error.Message,
            ["documentation_url"] = "https://docs.github.com/rest",
            ["status"] = error.Status.ToString(CultureInfo.InvariantCulture),
        };
        if (error.Errors.Count > 0)
            body["errors"] = new JsonArray([.. error.Errors]);
        return response.WriteJsonAsync(error.Status, body);
    }
}

/// <summary>What a caller may do.</summary>
internal enum Right
{
    None,
    Read,
    Write,
}

/// <summary>Who asks.</summary>
internal sealed record Caller(Right Right);
