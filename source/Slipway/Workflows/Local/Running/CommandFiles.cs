using System.Text;

namespace Slipway.Workflows.Local.Running;

/// <summary>The files through which one step speaks with those after it; gone after it.</summary>
internal sealed class CommandFiles : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Steps of GitHub's own machines cannot change them either.
    private static readonly string[] Protected = ["GITHUB_", "RUNNER_"];

    private static readonly string[] Names = ["ENV", "OUTPUT", "PATH", "STATE", "STEP_SUMMARY"];

    private readonly LegState _leg;
    private readonly string _folder;

    public CommandFiles(LegState leg)
    {
        _leg = leg;
        _folder = Path.Combine(leg.Temporary, $"step-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder);
        foreach (var (_, file) in Variables)
            File.WriteAllText(file, "", Utf8);
    }

    public IReadOnlyList<KeyValuePair<string, string>> Variables =>
    [
        .. Names.Select(name => KeyValuePair.Create($"GITHUB_{name}", Path.Combine(_folder, name))),
    ];

    public string Write(string script, string extension)
    {
        var file = Path.Combine(_folder, $"script{extension}");
        File.WriteAllText(file, script, Utf8);
        return file;
    }

    /// <summary>Takes over what the step has set, also when it failed; its outputs.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Collect(IEnumerable<KeyValuePair<string, string>> outputs)
    {
        foreach (var (name, value) in CommandFile.Parse(Read("ENV"), "GITHUB_ENV"))
        {
            if (!Protected.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                _leg.Variables = _leg.Variables.SetItem(name, value);
        }

        foreach (var folder in Read("PATH").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            _leg.Folders = [folder, .. _leg.Folders.Where(other => other != folder)];
        return [.. outputs, .. CommandFile.Parse(Read("OUTPUT"), "GITHUB_OUTPUT")];
    }

    public void KeepSummary() => File.AppendAllText(_leg.SummaryFile, Read("STEP_SUMMARY"), Utf8);

    public void Dispose() => WorkflowFolders.Remove(_folder);

    private string Read(string name) => Path.Combine(_folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : "";
}
