namespace Slipway.Workflows;

/// <summary>
/// An expression of GitHub Actions. Nothing else writes <c>${{ }}</c>, and no command takes one: what a command needs
/// travels by environment, where it stays a value.
/// </summary>
public sealed record Expression
{
    private Expression(string code) => Code = code;

    /// <summary>What stands between the braces.</summary>
    public string Code { get; }

    /// <summary>True unless the run was cancelled.</summary>
    public static Expression NotCancelled { get; } = new("!cancelled()");

    /// <summary>True when a job this one needs has failed.</summary>
    public static Expression Failure { get; } = new("failure()");

    /// <summary>The token of the job, with the job's permissions.</summary>
    public static Expression Token { get; } = new("github.token");

    /// <summary>The results of the needed jobs, as JSON.</summary>
    public static Expression NeedsAsJson { get; } = new("toJSON(needs)");

    /// <summary>The branch or tag that started the run.</summary>
    public static Expression RefName { get; } = new("github.ref_name");

    /// <summary>The same, in full.</summary>
    public static Expression Ref { get; } = new("github.ref");

    public static Expression Sha { get; } = new("github.sha");

    /// <summary>What GitHub calls the run; its attempts share it.</summary>
    public static Expression RunId { get; } = new("github.run_id");

    public static Expression RunAttempt { get; } = new("github.run_attempt");

    public static Expression PullRequestNumber { get; } = new("github.event.pull_request.number");

    /// <summary>True when the run that has ended was for a pull request from a fork.</summary>
    public static Expression EndedForFork { get; } =
        new("github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.head_repository.full_name != github.repository");

    /// <summary>
    /// True when the run that has ended was for a push to the default branch, and failed: strangers can start no such run.
    /// </summary>
    public static Expression EndedInFailure { get; } =
        new("github.event.workflow_run.conclusion == 'failure' && github.event.workflow_run.event == 'push' && github.event.workflow_run.head_branch == github.event.repository.default_branch");

    /// <summary>True when the run that has ended was for a push to the default branch, however it ended.</summary>
    public static Expression EndedOnDefaultBranch { get; } =
        new("github.event.workflow_run.event == 'push' && github.event.workflow_run.head_branch == github.event.repository.default_branch");

    /// <summary>Where the run that has ended had its commit from.</summary>
    public static Expression EndedBranch { get; } =
        new("format('{0}-{1}', github.event.workflow_run.head_repository.id, github.event.workflow_run.head_branch)");

    /// <summary>True when a file of the repository's folder is there.</summary>
    public static Expression HasFile(string path) => new($"hashFiles('{path.Replace("'", "''", StringComparison.Ordinal)}') != ''");

    public static Expression Matrix(string key) => new($"matrix.{key}");

    public static Expression Secret(string name) => new($"secrets.{name}");

    public static Expression Input(string name) => new($"inputs.{name}");

    /// <summary>The first of two that has a value.</summary>
    public Expression Or(Expression other) => new($"{Code} || {other.Code}");

    /// <summary>The value on runners of one system, nothing elsewhere.</summary>
    public Expression OnlyOn(RunnerSystem system) => new($"runner.os == '{RunnerImages.NameOf(system)}' && {Code} || ''");

    /// <summary>True when the ref is this branch.</summary>
    public static Expression IsBranch(string branch) => new($"github.ref == 'refs/heads/{branch.Replace("'", "''", StringComparison.Ordinal)}'");

    public override string ToString() => $"${{{{ {Code} }}}}";
}
