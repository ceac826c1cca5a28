using System.Globalization;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary><c>actions/upload-artifact</c>, version 4 and later.</summary>
internal static class UploadArtifact
{
    public static StepEnd Run(ActionCall call)
    {
        call.Refuse("archive", "true");
        var name = call["name"] is { Length: > 0 } given ? given : "artifact";
        if (!call.Lines("path").Any())
            return StepEnd.Failure("it has no `path`");
        var glob = new FileGlob(call.Leg.Workspace, call.Lines("path"));
        var files = glob.Find(call.Flag("include-hidden-files"));
        if (files.Count == 0)
            return WithoutFiles(call);
        call.Leg.Session.Artifacts.Add(name, Root(glob.Starts, files), files, call.Flag("overwrite"));
        call.Log.Note(string.Create(CultureInfo.InvariantCulture, $"Artifact {name}: {files.Count} {(files.Count == 1 ? "file" : "files")}"));
        return StepEnd.Success;
    }

    /// <summary>The folder that is not part of the names in the artifact.</summary>
    private static string Root(IReadOnlyList<string> starts, IReadOnlyList<string> files)
    {
        if (starts is not [var only])
            return Common(starts);
        // One file, named as such, stands alone.
        return files is [var file] && file == only ? Path.GetDirectoryName(file)! : only;
    }

    private static string Common(IReadOnlyList<string> paths)
    {
        var parts = paths.Select(path => path.Split('/')).ToList();
        var common = parts[0].TakeWhile((part, index) => parts.TrueForAll(other => index < other.Length && other[index] == part));
        return string.Join('/', common) is { Length: > 0 } root ? root : "/";
    }

    private static StepEnd WithoutFiles(ActionCall call)
    {
        var message = $"no file matches {string.Join(", ", call.Lines("path"))}";
        switch (call["if-no-files-found"])
        {
            case "error":
                return StepEnd.Failure(message);
            case "ignore":
                return StepEnd.Success;
            case "" or "warn":
                call.Log.Note($"Nothing is uploaded: {message}.");
                return StepEnd.Success;
            case var other:
                return StepEnd.Failure($"`if-no-files-found` is {other}; it can be warn, error or ignore");
        }
    }
}
