using System.Diagnostics.CodeAnalysis;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Generates a workflow with one job per image, each running the same targets.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public partial class GitHubActionsAttribute : ConfigurationAttributeBase
{
    private readonly string _name;
    private readonly GitHubActionsImage[] _images;
    private GitHubActionsSubmodules? _submodules;
    private bool? _lfs;
    private uint? _fetchDepth;
    private bool? _progress;
    private string? _filter;

    /// <param name="name">The name of the workflow and of its file.</param>
    /// <param name="image">The runner of the first job.</param>
    /// <param name="images">The runners of further jobs.</param>
    public GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images)
    {
        _name = name.Replace(' ', '_');
        _images = [image, .. images];
    }

    public override string IdPostfix => _name;
    public override Type HostType => typeof(GitHubActions);
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;
    public override IEnumerable<string> IrrelevantTargetNames => [];

    /// <summary>The events that start the workflow; excludes all other <c>On</c> properties.</summary>
    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] OnPushBranches { get; set; } = [];
    public string[] OnPushBranchesIgnore { get; set; } = [];
    public string[] OnPushTags { get; set; } = [];
    public string[] OnPushTagsIgnore { get; set; } = [];
    public string[] OnPushIncludePaths { get; set; } = [];
    public string[] OnPushExcludePaths { get; set; } = [];
    public string[] OnPullRequestBranches { get; set; } = [];
    public string[] OnPullRequestTags { get; set; } = [];
    public string[] OnPullRequestIncludePaths { get; set; } = [];
    public string[] OnPullRequestExcludePaths { get; set; } = [];

    /// <summary>Inputs of a start by hand, handed to the build as environment variables.</summary>
    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];

    /// <inheritdoc cref="OnWorkflowDispatchOptionalInputs"/>
    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];
    [AllowNull] public string OnCronSchedule { get; set; } = null!;

    /// <summary>Parameters whose values are secrets of the repository: <c>NuGetApiKey</c> reads <c>NUGET_API_KEY</c>.</summary>
    public string[] ImportSecrets { get; set; } = [];

    /// <summary>Hands the workflow's token to the build as <c>GITHUB_TOKEN</c>.</summary>
    public bool EnableGitHubToken { get; set; }

    /// <summary>What the workflow's token may change.</summary>
    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];

    /// <summary>What the workflow's token may read.</summary>
    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];
    public string[] CacheExcludePatterns { get; set; } = [];

    /// <summary>The cache is kept while these files are the same; none means no cache.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    /// <summary>Uploads what the targets say they produce.</summary>
    public bool PublishArtifacts { get; set; } = true;

    /// <summary>The <c>if:</c> of the upload steps.</summary>
    [AllowNull] public string PublishCondition { get; set; } = null!;

    public int TimeoutMinutes { get; set; }
    [AllowNull] public string EnvironmentName { get; set; } = null!;
    [AllowNull] public string EnvironmentUrl { get; set; } = null!;
    [AllowNull] public string ConcurrencyGroup { get; set; } = null!;
    public bool ConcurrencyCancelInProgress { get; set; }
    [AllowNull] public string JobConcurrencyGroup { get; set; } = null!;
    public bool JobConcurrencyCancelInProgress { get; set; }

    /// <summary>The targets the jobs run.</summary>
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>Whether checkout fetches submodules. Can only be set.</summary>
    public GitHubActionsSubmodules Submodules
    {
        get => throw WriteOnly();
        set => _submodules = value;
    }

    /// <summary>Whether checkout fetches large files. Can only be set.</summary>
    public bool Lfs
    {
        get => throw WriteOnly();
        set => _lfs = value;
    }

    /// <summary>How many commits checkout fetches, 0 for all. Can only be set.</summary>
    public uint FetchDepth
    {
        get => throw WriteOnly();
        set => _fetchDepth = value;
    }

    /// <summary>Whether checkout shows its progress. Can only be set.</summary>
    public bool Progress
    {
        get => throw WriteOnly();
        set => _progress = value;
    }

    /// <summary>What checkout leaves out of a partial clone. Can only be set.</summary>
    [AllowNull]
    public string Filter
    {
        get => throw WriteOnly();
        set => _filter = value;
    }

    // Attributes can only set properties that can be read too; unset is none of the values these types have.
    private static NotSupportedException WriteOnly() => new("This property can only be set.");
}
