using System.Globalization;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Hosting;

/// <summary>What happens around every request: its line in the log, and the fault that meets it.</summary>
internal sealed class Intake(string name, ServerContext server, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (time, started) = (server.Time.GetUtcNow(), server.Time.GetTimestamp());
        var path = context.Request.Path.ToString();
        var fault = server.Faults.Next(name, context.Request.Method, path);
        var answered = false;
        try
        {
            answered = await (fault is null ? AnswerAsync(context) : SpoilAsync(context, fault));
        }
        finally
        {
            var status = answered ? context.Response.StatusCode : (int?)null;
            var duration = server.Time.GetElapsedTime(started);
            server.Log.Add(new Call(time, name, context.Request.Method, path + context.Request.QueryString, status, duration, fault is not null));
        }
    }

    private async Task<bool> AnswerAsync(HttpContext context)
    {
        await next(context);
        return true;
    }

    private async Task<bool> SpoilAsync(HttpContext context, Fault fault)
    {
        if (fault.Commits)
            await SilentlyAsync(context);
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, server.Time, context.RequestAborted);
        if (fault.Spoils)
            fault.Then?.Invoke();
        if (fault.Cut)
        {
            context.Abort();
            return false;
        }

        if (fault.Status is { } status)
            await WriteAsync(context.Response, fault, status);
        else
            await PassAsync(context, fault);
        return true;
    }

    /// <summary>The server does what it should, and nobody hears of it.</summary>
    private async Task SilentlyAsync(HttpContext context)
    {
        var body = context.Response.Body;
        context.Response.Body = new MemoryStream();
        await next(context);
        context.Response.Body = body;
        context.Response.Clear();
    }

    private async Task PassAsync(HttpContext context, Fault fault)
    {
        context.Features.Set(fault);
        await next(context);
    }

    private static async Task WriteAsync(HttpResponse response, Fault fault, int status)
    {
        response.StatusCode = status;
        foreach (var (key, value) in fault.Headers)
            response.Headers[key] = value;
        if (status is 204 or 304)
            return;
        var body = fault.Body ?? $$"""{"message":"Fault of the rehearsal","status":"{{status.ToString(CultureInfo.InvariantCulture)}}"}""";
        response.ContentType ??= body.StartsWith('{') ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
        await response.WriteAsync(body);
    }
}
