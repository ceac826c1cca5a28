using System.Globalization;
using CliWrap;
using CliWrap.EventStream;
using Slipway.Rehearsal;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Upload;

/// <summary>The embedded GitHub far away, in a process of its own, so that what it needs is not counted.</summary>
internal static class Server
{
    public const string Repository = "octo/caro";
    private const int Always = 1_000_000;

    /// <summary>Serves until nobody listens any more.</summary>
    public static async Task ServeAsync(string folder, int latency)
    {
        var delay = TimeSpan.FromMilliseconds(latency);
        await using var servers = await RehearsalServers.StartAsync(folder, new RehearsalOptions
        {
            GitHub = new GitHubOptions { Repository = Repository },
            Faults = new FaultPlan(((string[])["GET", "POST", "PATCH", "DELETE"]).Select(method => new Fault(method, "/**") { Delay = delay, Times = Always })),
        });
        await Console.Out.WriteLineAsync(servers.GitHub.Environment["GITHUB_API_URL"]);
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Starts this program as the server, and tells where its API is.</summary>
    public static async Task<Uri> StartAsync(string folder, int latency, CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = Cli.Wrap(Environment.ProcessPath!)
            .WithArguments([.. HostArguments, "--serve", folder, latency.ToString(CultureInfo.InvariantCulture)])
            .WithStandardInputPipe(PipeSource.Create((_, token) => Task.Delay(Timeout.Infinite, token)));
        _ = WatchAsync();
        return await address.Task;

        async Task WatchAsync()
        {
            try
            {
                await foreach (var said in command.ListenAsync(cancellationToken))
                {
                    if (said is StandardOutputCommandEvent { Text: var text })
                        address.TrySetResult(new Uri(text));
                }
            }
            catch (OperationCanceledException exception)
            {
                address.TrySetException(exception);
            }
        }
    }

    // Under `dotnet Upload.dll` the process is dotnet itself.
    private static string[] HostArguments => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Server).Assembly.Location] : [];
}
