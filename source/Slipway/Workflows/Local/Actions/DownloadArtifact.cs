using System.Globalization;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary><c>actions/download-artifact</c>, version 4 and later.</summary>
internal static class DownloadArtifact
{
    public static StepEnd Run(ActionCall call)
    {
        call.Refuse("artifact-ids");
        if (call["run-id"].Length > 0 || call["repository"].Length > 0)
            return LocalActions.NotHere($"{call.Uses.Split('@')[0]} of another run needs GitHub");
        var target = call.PathOf("path");
        var store = call.Leg.Session.Artifacts;
        if (call["name"] is { Length: > 0 } name)
        {
            if (!store.List(null).Contains(name, StringComparer.Ordinal))
                return StepEnd.Failure($"there is no artifact {name}{Known(store)}");
            Extract(call, name, target);
            return End(target);
        }

        var pattern = call["pattern"];
        var names = store.List(pattern.Length == 0 ? null : pattern);
        // As on GitHub, that is no failure.
        if (names.Count == 0)
            call.Log.Note($"Nothing is downloaded: no artifact matches {(pattern.Length == 0 ? "*" : pattern)}{Known(store)}.");
        foreach (var found in names)
            Extract(call, found, call.Flag("merge-multiple") ? target : Path.Combine(target, found));
        return End(target);
    }

    private static void Extract(ActionCall call, string name, string target)
    {
        var count = call.Leg.Session.Artifacts.Extract(name, target);
        call.Log.Note(string.Create(CultureInfo.InvariantCulture, $"Artifact {name}: {count} {(count == 1 ? "file" : "files")}"));
    }

    private static string Known(ArtifactStore store) => store.List(null) is { Count: > 0 } names ? $"; there are {string.Join(", ", names)}" : "";

    private static StepEnd End(string target) => new(RunResult.Success, Outputs: [KeyValuePair.Create("download-path", target)]);
}
