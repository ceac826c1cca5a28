namespace Slipway.Workflows;

/// <summary>What a job may do or needs beyond running commands; each brings its permissions and steps.</summary>
public enum Capability
{
    /// <summary>All commits, branches and tags, not only the newest commit.</summary>
    History,

    /// <summary>One comment on the pull request, kept up to date. GitHub takes the permission away from forks.</summary>
    PullRequestComment,

    /// <summary>
    /// The report of a fork's run as a comment, by a workflow that starts after it: <c>After</c>. It checks out nothing.
    /// </summary>
    ForkReport,

    /// <summary>Checks, statuses and runs of a commit, and the issues of the repository.</summary>
    ReadStatus,

    /// <summary>The runs of workflows: whether a branch was good before.</summary>
    ReadRuns,

    /// <summary>Issues that say what is wrong.</summary>
    WriteIssues,

    /// <summary>Releases and their assets.</summary>
    GitHubRelease,

    /// <summary>A signed statement of where the artifacts come from.</summary>
    Provenance,

    /// <summary>Tokens of the registry in exchange for the job's identity, instead of a stored secret.</summary>
    TrustedPublishing,

    /// <summary>The alerts of code scanning, which strangers may not see: not in a run that a pull request starts.</summary>
    ReadAlerts,

    /// <summary>GitHub's CodeQL for Rust and for the workflows themselves.</summary>
    CodeQl,

    /// <summary>The deployments of the repository, and how they went.</summary>
    ReadDeployments,

    /// <summary>The pipeline's history, from one run of the default branch to the next: not where pull requests begin runs.</summary>
    KeepHistory,

    /// <summary>The folder of the job's <c>index.html</c>, as what GitHub Pages can be made of.</summary>
    Page,
}
