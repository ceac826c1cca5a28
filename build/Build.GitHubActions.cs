using Slipway.Components;

// What starts the pipeline on GitHub. Jobs and everything in them follow from the targets.
[Workflow("ci", nameof(Ci), nameof(SelfTest), PushBranches = ["main"], PullRequests = true, CancelSuperseded = true)]
[Workflow("release", nameof(IRelease.Announce), nameof(INotify.NotifyOfFailure), PushTags = ["v*"], Dispatch = true, Inputs = [nameof(IHazRelease.Tag), nameof(IRelease.Announced), nameof(IRelease.AnnounceAgain)], TagInput = nameof(IHazRelease.Tag))]
[Workflow("nightly", nameof(Nightly), Schedules = ["17 3 * * *"], Dispatch = true)]
[Workflow("alert", nameof(IAlert.Alert), After = "ci")]
[Workflow("comment", nameof(ForkReport), After = "ci")]
[Dependabot(Cargo = 10, NuGet = 10, GitHubActions = 5)]
partial class Build;
