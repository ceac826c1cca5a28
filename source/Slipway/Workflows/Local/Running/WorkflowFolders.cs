using System.Text;

namespace Slipway.Workflows.Local.Running;

/// <summary>Where a workflow's jobs are and what they leave; names with a point cannot be a job's.</summary>
internal sealed record WorkflowFolders(string Root)
{
    private const int LongestName = 80;

    public string Artifacts => Path.Combine(Root, ".artifacts");

    public string Summaries => Path.Combine(Root, ".summaries");

    public string Tools => Path.Combine(Root, ".tools");

    public string Workspace(string leg) => Path.Combine(Root, leg);

    /// <summary>What is gone after the run. Not below the root: people write <c>&gt;&gt; $GITHUB_OUTPUT</c>, which no path with a space survives.</summary>
    public string TemporaryRoot { get; } = Path.Combine(Path.GetTempPath(), $"slipway-{Guid.NewGuid():N}");

    public string Temporary(string leg) => Path.Combine(TemporaryRoot, leg);

    public string Results(string job) => Path.Combine(Root, ".results", $"{job}.json");

    public static string NameOf(string job, string label) => label.Length == 0 ? job : $"{job}-{Clean(label)}";

    /// <summary>Removes a folder with all in it, also what is write-protected.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
        {
            // There such files cannot be removed, and Git's objects are.
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Everything))
                file.Attributes = FileAttributes.Normal;
        }

        Directory.Delete(folder, recursive: true);
    }

    public static void Empty(string folder)
    {
        Remove(folder);
        Directory.CreateDirectory(folder);
    }

    private static EnumerationOptions Everything => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static string Clean(string label)
    {
        var name = new StringBuilder();
        foreach (var c in label)
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-');
        return name.ToString()[..Math.Min(name.Length, LongestName)];
    }
}
