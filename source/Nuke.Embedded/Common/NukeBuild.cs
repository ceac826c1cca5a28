using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Base of build classes: properties of type <see cref="Target"/> are the pipeline.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    private readonly IReadOnlyCollection<IBuildExtension> _extensions;
    private bool? _noLogo;

    protected NukeBuild()
    {
        _extensions = BuildExtensionInvoker.Find(this);
    }

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; internal set; } = [];
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => Having(ExecutionStatus.Skipped);
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => Having(ExecutionStatus.Scheduled);
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => Having(ExecutionStatus.Running);
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => Having(ExecutionStatus.Aborted);
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => Having(ExecutionStatus.Failed);
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => Having(ExecutionStatus.Succeeded);
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    public bool Plan => ParameterService.Current.GetBuiltIn(BuiltInParameters.Plan) is true;
    public bool Help => ParameterService.Current.GetBuiltIn(BuiltInParameters.Help) is true;
    public bool NoLogo
    {
        get => _noLogo ?? ParameterService.Current.GetBuiltIn(BuiltInParameters.NoLogo) is true;
        set => _noLogo = value;
    }

    public bool Continue => ParameterService.Current.GetBuiltIn(BuiltInParameters.Continue) is true;
    public Partition Partition => ParameterService.Current.GetBuiltIn<Partition>(BuiltInParameters.Partition) ?? Partition.Single;

    public bool IsSucceeding => !IsFailing;
    public bool IsFailing
        => ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);
    public bool IsFinished { get; internal set; }
    public int? ExitCode { get; set; }

    IReadOnlyCollection<ExecutableTarget> INukeBuild.ExecutableTargets => Targets;
    IReadOnlyCollection<IBuildExtension> INukeBuild.BuildExtensions => _extensions;

    internal IReadOnlyList<ExecutableTarget> Targets { get; set; } = [];

    internal IReadOnlyCollection<IBuildExtension> Extensions => _extensions;

    bool INukeBuild.IsOutputEnabled(DefaultOutput output) => IsOutputEnabled(output);

    /// <summary>Runs the build of this process: the entry point of a build program.</summary>
    /// <returns>The exit code.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
        => BuildManager.Execute(defaultTargetExpressions);

    /// <summary>Shows figures behind the running target in the summary.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>>? configurator = null)
    {
        var target = BuildExecutor.CurrentTarget
            ?? throw new InvalidOperationException("ReportSummary belongs into the action of a target.");
        var information = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in configurator?.Invoke(information) ?? information)
            target.SummaryInformation[key] = value;
        BuildExtensionInvoker.Invoke<IOnTargetSummaryUpdated>(this, x => x.OnTargetSummaryUpdated(this, target));
    }

    internal bool IsOutputEnabled(DefaultOutput output)
        => !GetType().GetCustomAttributes(typeof(DisableDefaultOutputAttribute), inherit: true)
            .Cast<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(this) && x.Disables(output));

    private List<ExecutableTarget> Having(ExecutionStatus status) => [.. ExecutionPlan.Where(x => x.Status == status)];
}
