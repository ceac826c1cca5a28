using System.Text.Json;
using Slipway.Cargo.Json;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>Reads the lines of a cargo process, and passes on what happens.</summary>
internal sealed class CargoMessageReader(CargoWorkspace? workspace, string folder, Action<CargoEvent>? sink)
{
    private const int LongestExcerpt = 200;

    private readonly HashSet<(DiagnosticLevel, string?, string, string?, int?, int?)> _seen = [];
    private readonly List<CargoDiagnostic> _diagnostics = [];
    private readonly List<CargoArtifact> _artifacts = [];
    private readonly List<CargoBuildScript> _buildScripts = [];

    public void Read(ToolLine line)
    {
        if (line.IsError || !line.Text.StartsWith("{\"reason\":", StringComparison.Ordinal))
        {
            // Build scripts and macros may print to the same stream.
            sink?.Invoke(new CargoEvent.Output(line.Text, line.IsError));
            return;
        }

        try
        {
            Read(CargoJson.Strict.Read<MessageJson>(line.Text));
        }
        catch (JsonException exception)
        {
            Add(Unreadable(line.Text, exception));
        }
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
        [.. _buildScripts]);

    // A message that is lost may have been the warning that counts.
    private static CargoDiagnostic Unreadable(string line, JsonException exception)
    {
        var message = $"cargo wrote a message that cannot be read: {exception.Message}";
        var start = line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + "…";
        return new CargoDiagnostic(
            DiagnosticLevel.Error,
            Code: null,
            message,
            File: null,
            Line: null,
            Column: null,
            EndLine: null,
            EndColumn: null,
            "Run it again. If it stays, look whether a wrapper or macro writes to cargo's output.",
            $"{message}\n{start}",
            Package: "",
            Target: "",
            IsMember: true);
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
                    [.. (message.Env ?? []).Select(PairOf)]));
                break;
            case "compiler-message" or "compiler-artifact" or "build-script-executed":
                throw new JsonException("A part of it is missing.");
        }
    }

    private static KeyValuePair<string, string> PairOf(IReadOnlyList<string> pair) => pair is [var name, var value]
        ? KeyValuePair.Create(name, value)
        : throw new JsonException("A variable of a build script is no pair.");

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
