using System.Text.Json;
using Slipway.Cargo.Json;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>Reads the lines of a cargo process, and passes on what happens.</summary>
internal sealed class CargoMessageReader(CargoWorkspace? workspace, string folder, Action<CargoEvent>? sink)
{
    private const int LongestExcerpt = 100;

    private readonly HashSet<(DiagnosticLevel, string?, string, string?, int?, int?)> _seen = [];
    private readonly List<CargoDiagnostic> _diagnostics = [];
    private readonly List<CargoArtifact> _artifacts = [];
    private readonly List<CargoBuildScript> _buildScripts = [];
    private string? _unreadable;

    public void Read(ToolLine line)
    {
        if (Parse(line) is { } message)
            Read(message);
        else
            sink?.Invoke(new CargoEvent.Output(line.Text, line.IsError));
    }

    public CargoRun Finish(ToolResult result) => new(
        result,
        [
            .. _diagnostics
                .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
        ],
        [.. _artifacts],
        [.. _buildScripts])
    { Unreadable = _unreadable };

    // Build scripts and macros may print to the same stream.
    private MessageJson? Parse(ToolLine line)
    {
        if (line.IsError || !line.Text.StartsWith("{\"reason\":", StringComparison.Ordinal))
            return null;
        try
        {
            var message = JsonSerializer.Deserialize(line.Text, CargoJson.Default.MessageJson);
            if (MessageShape.IsWhole(message))
                return message;
        }
        catch (JsonException)
        {
        }

        _unreadable ??= line.Text.Length > LongestExcerpt ? line.Text[..LongestExcerpt] + "…" : line.Text;
        return null;
    }

    private void Read(MessageJson message)
    {
        switch (message.Reason)
        {
            case "compiler-message" when message is { Message: { } diagnostic, PackageId: { } id }:
                Add(DiagnosticReader.Read(diagnostic, NameOf(id), message.Target?.Name ?? "", IsMember(id), folder));
                break;
            case "compiler-artifact" when message is { Target: { } target, PackageId: { } id }:
                _artifacts.Add(new CargoArtifact(
                    id,
                    NameOf(id),
                    CargoTarget.From(target),
                    message.Executable,
                    message.Filenames ?? [],
                    message.Profile?.Test ?? false,
                    message.Fresh ?? false));
                sink?.Invoke(new CargoEvent.Compiled(_artifacts[^1], _artifacts.Count));
                break;
            case "build-script-executed" when message is { OutDir: { } outFolder, PackageId: { } id }:
                _buildScripts.Add(new CargoBuildScript(
                    id,
                    outFolder,
                    message.LinkedPaths ?? [],
                    [.. (message.Env ?? []).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]));
                break;
        }
    }

    private void Add(CargoDiagnostic? diagnostic)
    {
        if (diagnostic is null || !_seen.Add(diagnostic.Identity))
            return;
        _diagnostics.Add(diagnostic);
        sink?.Invoke(new CargoEvent.Diagnostic(diagnostic));
    }

    private bool IsMember(string id) => workspace is null
        ? id.StartsWith("path+", StringComparison.Ordinal)
        : workspace.FindPackageById(id) is not null;

    private string NameOf(string id) => workspace?.FindPackageById(id)?.Name ?? PackageId.NameOf(id);
}
