using Nuke.Common;
using Slipway.Components;

[Workflow("w0", nameof(T019), PushBranches = ["main"], PullRequests = true)]
[Workflow("w1", nameof(T039), PushBranches = ["main"])]
[Workflow("w2", nameof(T059), PushTags = ["v*"])]
[Workflow("w3", nameof(T079), Schedules = ["17 3 * * *"])]
[Workflow("w4", nameof(T099), Dispatch = true)]
[Workflow("w5", nameof(T119), PushBranches = ["main"])]
[Workflow("w6", nameof(T139), PushBranches = ["main"])]
[Workflow("w7", nameof(T159), PushBranches = ["main"])]
[Workflow("w8", nameof(T179), PushBranches = ["main"])]
[Workflow("w9", nameof(T199), PushBranches = ["main"])]
partial class Build : NukeBuild, IGenerateWorkflows, IVerifyWorkflows
{
    long _start;

    public static int Main() => Execute<Build>();

    protected override void OnTargetRunning(string target) => _start = TimeProvider.System.GetTimestamp();

    // Read by benchmarks/Workflows.
    protected override void OnTargetSucceeded(string target) =>
        Serilog.Log.Information("{Target:l} took {Milliseconds:0.0} ms", target, TimeProvider.System.GetElapsedTime(_start).TotalMilliseconds);
}
