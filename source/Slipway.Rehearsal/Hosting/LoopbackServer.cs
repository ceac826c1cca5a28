using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Slipway.Rehearsal.Hosting;

/// <summary>A web server on 127.0.0.1 whose calls are logged and meet the faults of the plan.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    /// <summary>With a slash at the end.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public static async Task<LoopbackServer> StartAsync(
        string name,
        ServerContext server,
        Action<IEndpointRouteBuilder> map,
        Func<HttpContext, RequestDelegate, Task>? around = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, server.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        application.Use(next => new Intake(name, server, next).InvokeAsync);
        if (around is not null)
            application.Use(next => context => around(context, next));
        map(application);
        try
        {
            await application.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await application.DisposeAsync();
            throw new SlipwayException(
                ErrorKind.Environment,
                $"The embedded server {name} cannot listen on 127.0.0.1: {exception.Message}",
                "Let it take any free port: 0.",
                cause: exception);
        }

        return new LoopbackServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
