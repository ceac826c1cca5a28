using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>How a cargo command ended, and what its messages said.</summary>
/// <param name="Diagnostics">The compiler's messages without repetition, in the order of files and lines.</param>
public sealed record CargoRun(
    ToolResult Result,
    IReadOnlyList<CargoDiagnostic> Diagnostics,
    IReadOnlyList<CargoArtifact> Artifacts,
    IReadOnlyList<CargoBuildScript> BuildScripts)
{
    /// <summary>The beginning of the first message that could not be read; null when all could.</summary>
    public string? Unreadable { get; init; }

    public int ExitCode => Result.ExitCode;

    public TimeSpan Duration => Result.Duration;

    public bool Succeeded => Result.Succeeded;

    public IEnumerable<CargoDiagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    /// <summary>Warnings about the workspace's own code, also those that cargo repeats for code it did not compile again.</summary>
    public IEnumerable<CargoDiagnostic> Warnings =>
        Diagnostics.Where(diagnostic => diagnostic is { Level: DiagnosticLevel.Warning, IsMember: true });

    /// <summary>Returns this, or throws when cargo gave up before it compiled anything, because of the manifest, the lock file or the machine.</summary>
    public CargoRun EnsureStarted()
    {
        if (Succeeded || Result.TimedOut || Errors.Any())
            return this;
        return CargoError.Find(Result.Command.WorkingDirectory, string.Join('\n', Result.Tail)) is { } error ? throw error : this;
    }

    /// <summary>Returns this, or throws when a message was cut off or forged: what it said would be missing.</summary>
    public CargoRun EnsureReadable() => Unreadable is null ? this : throw new SlipwayException(
        ErrorKind.Environment,
        $"A message of cargo {Result.Command.Arguments.FirstOrDefault()} cannot be read: {Unreadable}",
        "A macro or a build script may write to cargo's output, or the disk may be full; `cargo clippy --message-format=json` shows the messages.");

    /// <summary>Returns this, or throws when cargo failed.</summary>
    public CargoRun EnsureSuccess()
    {
        Result.EnsureSuccess();
        return this;
    }
}
