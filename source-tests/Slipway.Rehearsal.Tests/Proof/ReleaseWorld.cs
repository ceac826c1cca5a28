using System.Text;
using System.Text.Json.Nodes;
using CliWrap;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>Servers of its own for one release of the template, and what is to be seen there from outside.</summary>
internal sealed class ReleaseWorld : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Releaser", "debug", "Releaser.dll");

    private readonly ReleaseTemplate _template;
    private readonly RehearsalServers _servers;
    private readonly TemporaryFolder _folder;
    private readonly ReleaseSecrets? _secrets;
    private bool _isStopped;

    private ReleaseWorld(ReleaseTemplate template, RehearsalServers servers, FaultPlan faults, TemporaryFolder folder, ReleaseSecrets? secrets) =>
        (_template, _servers, Faults, _folder, _secrets) = (template, servers, faults, folder, secrets);

    public FaultPlan Faults { get; }

    public int Calls => _servers.Log.Calls.Length;

    /// <summary>Everything that this release and its servers write is below it.</summary>
    public string Folder => _folder.Path;

    public RehearsalServers Servers => _servers;

    /// <summary>Looked in for programs before all others.</summary>
    public string? Programs { get; set; }

    public string Journal => _folder / "release/journal.jsonl";

    /// <param name="secrets">Those of the servers and the signer; null is what rehearsals have.</param>
    public static async Task<ReleaseWorld> StartAsync(ReleaseTemplate template, ReleaseSecrets? secrets = null)
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(template.Release))
        {
            Directory.CreateDirectory(folder / "release");
            File.Copy(file, Path.Combine(folder / "release", Path.GetFileName(file)));
        }

        var faults = new FaultPlan();
        var options = new RehearsalOptions
        {
            GitHub = new GitHubOptions { Repository = "octo/ferry", GitRepository = template.Origin, ImmutableReleases = true },
            Faults = faults,
        };
        var servers = await RehearsalServers.StartAsync(folder / "servers", secrets?.In(options) ?? options);
        return new ReleaseWorld(template, servers, faults, folder, secrets);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    /// <summary>Ends the servers; what they wrote stays, and can be read then.</summary>
    public async Task StopAsync()
    {
        if (!_isStopped)
            await _servers.DisposeAsync();
        _isStopped = true;
    }

    /// <summary>Runs the release.</summary>
    /// <param name="killAtRecord">The line of the journal, counted from 1 in this run, after which it is killed.</param>
    /// <param name="announced">What a person says of an announcement that was cut off: its id, or with an empty text that there is none.</param>
    public async Task<ReleaserRun> RunAsync(int? killAtRecord = null, Action<int>? started = null, string? announced = null)
    {
        var command = Cli.Wrap("dotnet")
            .WithArguments([Program, _template.Workspace, _folder / "release", _folder / "target", .. killAtRecord is { } record ? new[] { $"{record}" } : []])
            .WithEnvironmentVariables(x => Environment(x))
            .WithValidation(CommandResultValidation.None);
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var running = command.WithStandardOutputPipe(PipeTarget.ToStringBuilder(output)).WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        started?.Invoke(running.ProcessId);
        var result = await running;
        return new ReleaserRun(result.ExitCode, output.ToString() + error);

        void Environment(CliWrap.Builders.EnvironmentVariablesBuilder variables)
        {
            foreach (var (name, value) in _servers.Environment)
                variables.Set(name, value);
            variables.Set("ACTIONS_ID_TOKEN_REQUEST_TOKEN", null).Set("ACTIONS_ID_TOKEN_REQUEST_URL", null)
                .Set("GPG_KEY", _secrets?.Key.Text).Set("GPG_PASSPHRASE", _secrets?.Key.Passphrase)
                .Set("ANNOUNCED", announced is "" ? null : announced).Set("ANNOUNCE_AGAIN", announced is "" ? "yes" : null);
            if (Programs is not null)
                variables.Set("CARGO", null).Set("PATH", Programs + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH"));
        }
    }

    /// <summary>The calls that change something, after the first so many.</summary>
    public IEnumerable<string> ChangesSince(int calls) => _servers.Log.Calls.Skip(calls)
        .Where(call => call.Method is not ("GET" or "HEAD"))
        .Select(call => $"{call.Server} {call.Method} {call.Path}");

    /// <summary>Runs the release until it ends, with a person who looks into the channel when it asks for that.</summary>
    public async Task<ReleaserRun> FinishAsync()
    {
        var run = await RunAsync();
        return run.ExitCode == 3 && run.Output.Contains("Look into the channel.", StringComparison.Ordinal)
            ? await RunAsync(announced: _servers.Discord.Messages is [var message, ..] ? message.Id : "")
            : run;
    }

    public void LoseJournal() => File.Delete(Journal);

    /// <summary>Everything that somebody outside can see, without what differs between two releases that are the same.</summary>
    public async Task<string> LookAsync()
    {
        var text = new StringBuilder();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _servers.Environment["GITHUB_TOKEN"]);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("proof");
        var releases = JsonNode.Parse(await http.GetStringAsync(new Uri($"{_servers.Environment["GITHUB_API_URL"]}/repos/octo/ferry/releases?per_page=100")))!.AsArray();
        foreach (var release in releases.Select(x => x!))
        {
            text.AppendLine($"release {release["tag_name"]} of {release["target_commitish"]} draft={release["draft"]} prerelease={release["prerelease"]} immutable={release["immutable"]} title={release["name"]}");
            text.AppendLine(Slipway.Releasing.ReleaseBody.Parse((string?)release["body"]).Notes);
            foreach (var asset in release["assets"]!.AsArray().Select(x => x!).OrderBy(x => (string)x["name"]!, StringComparer.Ordinal))
                text.AppendLine($"  {asset["name"]} {asset["state"]} {asset["size"]} {asset["digest"]}");
        }

        foreach (var crate in (string[])["st/on/stone", "fe/rr/ferry"])
        {
            using var answer = await http.GetAsync(new Uri($"{_servers.Registry.Address}index/{crate}"));
            text.AppendLine($"crate {crate}: {(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "none")}");
        }

        foreach (var message in _servers.Discord.Messages)
            text.AppendLine($"discord {message.Content} {JsonNode.Parse(message.Json)!["embeds"]?.ToJsonString()}");
        return text.ToString().Replace(_servers.GitHub.Address.ToString(), "github/", StringComparison.Ordinal);
    }
}

internal sealed record ReleaserRun(int ExitCode, string Output)
{
    public const int Killed = 137;

    public ReleaserRun ShouldEndWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Output);
        return this;
    }
}
