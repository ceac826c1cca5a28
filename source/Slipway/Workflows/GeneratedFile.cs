using System.Text;

namespace Slipway.Workflows;

/// <summary>A generated file: what it should hold, to be written or compared.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
public sealed record GeneratedFile(string Path, string Text)
{
    public const string Folder = ".github/workflows";

    /// <summary>Writes it when it holds something else.</summary>
    /// <returns>Whether it did.</returns>
    public bool Write(string root)
    {
        if (Read(root) == Text)
            return false;
        AtomicFile.WriteText(At(root), Text);
        return true;
    }

    /// <summary>Compares it byte for byte, and says what differs.</summary>
    public WorkflowDiagnostic? Compare(string root)
    {
        const string Fix = "Run ./build.sh GenerateWorkflows and commit what it writes.";
        var found = Read(root);
        if (found == Text)
            return null;
        if (found == null)
            return WorkflowDiagnostic.Error("WF010", Path, "it is not there.", Fix);
        var diff = found.ReplaceLineEndings("\n") == Text
            ? "Only its line endings differ: it must have LF."
            : UnifiedDiff.Of(found, Text, Path, Path + " (generated)").TrimEnd('\n');
        var fix = PinReader.DiffersOnlyInPins(found, Text)
            ? "Only versions of actions differ. To keep those in the file, run ./build.sh SyncPins, which carries them into ActionPins.cs; to undo them, run ./build.sh GenerateWorkflows."
            : Fix;
        return WorkflowDiagnostic.Error("WF010", Path, $"it is not what the build class says.\n{diff}\n", fix);
    }

    private string At(string root) => System.IO.Path.Combine(root, Path);

    // As it stands: a mark at the start or a lone CR is a difference, too.
    private string? Read(string root)
    {
        var path = At(root);
        return File.Exists(path) ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
    }
}
