using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary>The actions that a desk can stand in for.</summary>
internal static class LocalActions
{
    public const string NotPerformed = "not performed here: ";

    public static Task<StepEnd> RunAsync(ActionCall call, CancellationToken token) => call.Name switch
    {
        "actions/checkout" => new Checkout(call).RunAsync(token),
        "actions/upload-artifact" => Task.FromResult(UploadArtifact.Run(call)),
        "actions/download-artifact" => Task.FromResult(DownloadArtifact.Run(call)),
        "actions/setup-dotnet" => SetupDotnet.RunAsync(call, token),
        "actions/cache" or "actions/cache/restore" or "actions/cache/save" or "swatinem/rust-cache" => Task.FromResult(StandForItself(call)),
        _ => Task.FromResult(NotHere(call.Uses.StartsWith('.') || call.Uses.StartsWith("docker:", StringComparison.Ordinal)
            ? $"{call.Uses} is neither commands nor a known action"
            : $"{call.Uses.Split('@')[0]} needs GitHub")),
    };

    public static StepEnd NotHere(string what) => new(RunResult.Skipped, NotPerformed + what);

    private static StepEnd StandForItself(ActionCall call)
    {
        call.Log.Note("It stands for itself: what the last run left, and Git ignores, is kept.");
        return new StepEnd(RunResult.Success, Outputs: [KeyValuePair.Create("cache-hit", "false")]);
    }
}
