using System.Globalization;
using Slipway.Alerts;
using Slipway.Alerts.Issues;
using Slipway.History;
using Slipway.Http;
using Slipway.Messages;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Alerts;

/// <summary>A team with a webhook, a mailbox and issues, and a history that travels or does not.</summary>
internal sealed class AlertBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _clients = [];
    private HistoryDatabase? _history;

    private AlertBench(FaultPlan faults, GitHubOptions github) => (Faults, Options) = (faults, github);

    public ManualTime Time { get; } = new();

    public FaultPlan Faults { get; }

    public RehearsalServers Servers { get; private set; } = null!;

    public List<string> Log { get; } = [];

    public string HistoryFile => _folder / "history.db";

    private GitHubOptions Options { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AlertBench> StartAsync(GitHubOptions? github = null)
    {
        var bench = new AlertBench(new FaultPlan(), github ?? new GitHubOptions());
        bench.Servers = await RehearsalServers.StartAsync(bench._folder / "servers", new RehearsalOptions { Faults = bench.Faults, Time = bench.Time, GitHub = bench.Options, Discord = new() { Burst = 100 } }, Token);
        return bench;
    }

    public async Task<HistoryDatabase> HistoryAsync() => _history ??= await HistoryDatabase.OpenAsync(HistoryFile, Time, cancellationToken: Token);

    public GitHubIssues Issues(string? token = null)
    {
        var connection = new GitHubConnection(new Uri(Servers.GitHub.Environment["GITHUB_API_URL"]), Options.Repository, Servers.GitHub.Address, token ?? Options.Token);
        var issues = new GitHubIssues(connection, Time, Quick());
        _clients.Add(issues);
        return issues;
    }

    /// <summary>Those who tell, with this memory.</summary>
    public Alerting Alerting(IAlertStates states, AlertRoutes? routes = null, AlertLimits? limits = null, string? token = null)
    {
        var discord = new DiscordWebhook(Servers.Discord.Webhook, Quick());
        var mail = new MailRelay(new MailSettings(Servers.Mail.Host, Servers.Mail.Port, null, null, "ci@example.org", ["team@example.org"]), Time);
        _clients.AddRange([discord, mail]);
        return new Alerting(
            states,
            [new MessageChannel(discord), new MessageChannel(mail), new IssueChannel(Issues(token), Time)],
            routes ?? AlertRoutes.Default,
            limits ?? AlertLimits.Default,
            Time,
            Log.Add);
    }

    /// <summary>Tells of it, with the history on disk.</summary>
    public async Task TellAsync(AlertReport report, AlertRoutes? routes = null) => await Alerting(await HistoryAsync(), routes).TellAsync(report, Token);

    /// <summary>Tells of it on a machine that remembers nothing.</summary>
    public async Task TellElsewhereAsync(AlertReport report)
    {
        var states = new AlertMemory(ProblemsBefore.Merge(AlertBook.Empty, await new ProblemsBefore(Issues(), Time).OfIssuesAsync(Token)));
        await Alerting(states).TellAsync(report, Token);
    }

    public AlertReport Branch(int run, bool red) => new(
        string.Create(CultureInfo.InvariantCulture, $"{run}/1"),
        Time.GetUtcNow(),
        new Alert(
            red ? AlertEvent.BranchRed : AlertEvent.BranchGreen,
            null,
            "branch-red:main:ci",
            Text(red ? "ci failed in octo/caro (main)" : "ci passes again in octo/caro (main)", red ? MessageTone.Bad : MessageTone.Good, run),
            red));

    public static Message Text(string headline, MessageTone tone = MessageTone.Bad, int run = 1) =>
        new("", headline, "The run", new Uri(string.Create(CultureInfo.InvariantCulture, $"https://github.example/octo/caro/actions/runs/{run}")), "", [], tone);

    public IEnumerable<string> Told => Servers.Discord.Messages.Select(message => message.Content);

    public IEnumerable<string> Subjects => Servers.Mail.Mails.Select(mail => mail.Text.Split('\n').First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..].TrimEnd('\r'));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        if (_history is not null)
            await _history.DisposeAsync();
        await Servers.DisposeAsync();
        _folder.Dispose();
    }

    // The same patience as a pipeline's, in a test's time.
    private static PatientHandler Quick() => new(new DeadlineHandler(new SocketsHttpHandler(), TimeProvider.System, TimeSpan.FromSeconds(20)), TimeProvider.System, longest: TimeSpan.FromSeconds(2), firstPause: TimeSpan.FromMilliseconds(1));
}
