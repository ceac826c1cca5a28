using System;
using System.Collections.Generic;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace BuildPrograms;

class ExtensionAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnTargetSucceeded, IOnBuildFinished
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
        => Log.Information("extension: created with {Count} targets", executableTargets.Count);

    public void OnTargetSucceeded(ExecutableTarget target) => Log.Information("extension: {Target} succeeded", target.Name);

    public void OnBuildFinished() => Log.Information("extension: finished, succeeding {IsSucceeding}", Build.IsSucceeding);
}

[Extension]
class HooksBuild : NukeBuild
{
    public static int Start() => Execute<HooksBuild>(x => x.Good);

    protected override void OnBuildCreated() => Log.Information("hook: created");
    protected override void OnBuildInitialized() => Log.Information("hook: initialized");
    protected override void OnTargetRunning(string target) => Log.Information("hook: {Target} running", target);
    protected override void OnTargetSkipped(string target) => Log.Information("hook: {Target} skipped", target);
    protected override void OnTargetSucceeded(string target) => Log.Information("hook: {Target} succeeded", target);
    protected override void OnTargetFailed(string target) => Log.Information("hook: {Target} failed", target);
    protected override void OnBuildFinished() => Log.Information("hook: finished");

    Target Good => _ => _.Executes(() => Log.Information("good"));
    Target Bad => _ => _.Executes(() => throw new InvalidOperationException("bad"));
    Target Off => _ => _.OnlyWhenDynamic(() => false).Executes(() => Log.Information("off"));
}
