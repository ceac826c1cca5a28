using System.Globalization;
using Newtonsoft.Json.Linq;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A run on GitHub Actions.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    private const string BranchPrefix = "refs/heads/";

    private readonly Func<string, string?> _variable;
    private readonly Action<string> _write;
    private readonly Action<string> _writeUnmasked;
    private JObject? _event;
    private long? _jobId;

    internal GitHubActions(Func<string, string?> variable, Action<string> write, Action<string> writeUnmasked)
    {
        _variable = variable;
        _write = write;
        _writeUnmasked = writeUnmasked;
    }

    /// <summary>The host of this run if it is GitHub Actions, else <c>null</c>.</summary>
    public static new GitHubActions Instance => (Host.Instance as GitHubActions)!;

    /// <summary>Asked by name when the host is found out.</summary>
    internal static bool IsRunningGitHubActions => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") != null;

    public string Home => Get("HOME");
    public string Workflow => Get("GITHUB_WORKFLOW");
    public string Action => Get("GITHUB_ACTION");
    public string Actor => Get("GITHUB_ACTOR");

    /// <summary>The repository as <c>owner/name</c>.</summary>
    public string Repository => Get("GITHUB_REPOSITORY");
    public string RepositoryOwner => Get("GITHUB_REPOSITORY_OWNER");
    public string EventName => Get("GITHUB_EVENT_NAME");
    public string EventPath => Get("GITHUB_EVENT_PATH");
    public string Workspace => Get("GITHUB_WORKSPACE");
    public string Sha => Get("GITHUB_SHA");

    /// <summary>What started the run, in full: <c>refs/heads/main</c>, <c>refs/tags/v1</c> or <c>refs/pull/1/merge</c>.</summary>
    public string Ref => Get("GITHUB_REF");
    public string RefName => Get("GITHUB_REF_NAME");

    /// <summary>The branch a pull request comes from.</summary>
    public string HeadRef => Get("GITHUB_HEAD_REF");

    /// <summary>The branch a pull request goes to.</summary>
    public string BaseRef => Get("GITHUB_BASE_REF");
    public string RefType => Get("GITHUB_REF_TYPE");
    public string ServerUrl => Get("GITHUB_SERVER_URL");

    /// <summary>The key of the job in the workflow.</summary>
    public string Job => Get("GITHUB_JOB");

    /// <summary>The workflow's token, when the workflow hands it to the build.</summary>
    public string Token => Get("GITHUB_TOKEN");
    public long RunAttempt => GetNumber("GITHUB_RUN_ATTEMPT");
    public long RunNumber => GetNumber("GITHUB_RUN_NUMBER");
    public long RunId => GetNumber("GITHUB_RUN_ID");

    /// <summary>The number of the job in URLs; asks GitHub.</summary>
    public long JobId => _jobId ??= Api().FindJob(Repository, RunId, RunAttempt, Job, Get("RUNNER_NAME"));

    /// <summary>What happened, as GitHub tells it.</summary>
    public JObject GitHubEvent => _event ??= JObject.Parse(File.ReadAllText(
        EventPath ?? throw new InvalidOperationException("GITHUB_EVENT_PATH is not set: the event is only known on GitHub.")));
    public bool IsPullRequest => EventName is "pull_request" or "pull_request_target";
    public int? PullRequestNumber => IsPullRequest ? GitHubEvent.Value<int?>("number") : null;
    public string PullRequestAction => IsPullRequest ? GitHubEvent.Value<string>("action")! : null!;

    /// <summary>Markdown that is appended here is shown on the page of the run.</summary>
    public AbsolutePath StepSummaryFile => Get("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? AbsolutePath.Create(path) : null!;

    // A tag is left in full, so that nothing takes it for a branch.
    string IBuildServer.Branch => HeadRef is { Length: > 0 } head ? head
        : Ref is { } reference && reference.StartsWith(BranchPrefix, StringComparison.Ordinal) ? reference[BranchPrefix.Length..] : Ref;
    string IBuildServer.Commit => Sha;

    internal override bool SupportsAnsi => true;

    internal static GitHubActions Create()
        => new(Environment.GetEnvironmentVariable, x => BuildConsole.Current.WriteLine(x), x => BuildConsole.Current.WriteUnmasked(x));

    /// <summary>Comments on an issue or pull request. Needs the token in the environment and the permission to write there.</summary>
    public Task CreateComment(int issue, string text) => Api().CreateComment(Repository, issue, text);

    private GitHubApi Api()
        => new(Get("GITHUB_API_URL") ?? "https://api.github.com", Token ?? throw new InvalidOperationException(
            $"GITHUB_TOKEN is not in the environment of the build. Set {nameof(GitHubActionsAttribute.EnableGitHubToken)} = true "
            + "on the [GitHubActions] attribute, or hand the token to the step: GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}."));

    private string Get(string name) => _variable(name)!;

    private long GetNumber(string name) => long.TryParse(_variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
