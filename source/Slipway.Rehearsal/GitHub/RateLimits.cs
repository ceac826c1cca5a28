using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub;

/// <summary>Counts requests by the hour, and writes by the minute.</summary>
internal sealed class RateLimits(GitHubOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _writes = new();
    private DateTimeOffset _reset = time.GetUtcNow().AddHours(1);
    private int _used;

    /// <exception cref="GitHubRefusedException">There is no request left, or too many writes in a short time.</exception>
    public void Take(HttpContext context)
    {
        lock (_lock)
        {
            Renew();
            if (context.Fault()?.SecondaryLimit is { } wait)
                throw Secondary(context, wait);
            if (_used >= options.RateLimit)
            {
                Write(context.Response);
                throw new GitHubRefusedException(403, $"API rate limit exceeded for user {options.Login}.");
            }

            _used++;
            if (!HttpMethods.IsGet(context.Request.Method))
                TakeWrite(context);
        }
    }

    /// <summary>An answer that nothing has changed costs nothing.</summary>
    public void GiveBack(HttpResponse response)
    {
        lock (_lock)
            _used = Math.Max(0, _used - 1);
        Write(response);
    }

    public void Write(HttpResponse response)
    {
        var (used, reset) = Now();
        response.Headers["X-RateLimit-Limit"] = Text(options.RateLimit);
        response.Headers["X-RateLimit-Used"] = Text(used);
        response.Headers["X-RateLimit-Remaining"] = Text(options.RateLimit - used);
        response.Headers["X-RateLimit-Reset"] = Text(reset.ToUnixTimeSeconds());
        response.Headers["X-RateLimit-Resource"] = "core";
    }

    public JsonObject Json() => new() { ["resources"] = new JsonObject { ["core"] = Core(), ["search"] = Core() }, ["rate"] = Core() };

    private JsonObject Core()
    {
        var (used, reset) = Now();
        return new JsonObject
        {
            ["limit"] = options.RateLimit,
            ["used"] = used,
            ["remaining"] = options.RateLimit - used,
            ["reset"] = reset.ToUnixTimeSeconds(),
        };
    }

    private void TakeWrite(HttpContext context)
    {
        var now = time.GetUtcNow();
        while (_writes.TryPeek(out var first) && now - first >= TimeSpan.FromMinutes(1))
            _writes.Dequeue();
        if (_writes.Count >= options.WritesPerMinute)
            throw Secondary(context, 60);
        _writes.Enqueue(now);
    }

    private static GitHubRefusedException Secondary(HttpContext context, int wait)
    {
        context.Response.Headers.RetryAfter = Text(wait);
        return new GitHubRefusedException(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
    }

    private (int Used, DateTimeOffset Reset) Now()
    {
        lock (_lock)
        {
            Renew();
            return (_used, _reset);
        }
    }

    private void Renew()
    {
        if (time.GetUtcNow() < _reset)
            return;
        (_used, _reset) = (0, time.GetUtcNow().AddHours(1));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
