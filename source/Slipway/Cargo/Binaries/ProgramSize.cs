namespace Slipway.Cargo.Binaries;

/// <summary>A program that a build made, measured as it ships.</summary>
/// <param name="Triple">What it was built for; null is the host's.</param>
/// <param name="SourcePath">The file that it starts in.</param>
public sealed record ProgramSize(
    string Name,
    string? Triple,
    long Size,
    IReadOnlyList<BinarySection> Sections,
    string? SourcePath = null)
{
    /// <summary>The name, and the triple when one was asked for.</summary>
    public string Title => Triple is null ? Name : $"{Name} ({Triple})";

    /// <summary>Measures the programs of a build, sorted by name.</summary>
    public static IReadOnlyList<ProgramSize> Of(CargoRun build, string? triple) =>
    [
        .. build.Artifacts
            .Where(artifact => artifact is { Executable: not null, IsTest: false, Target.Kind: CargoTargetKind.Binary })
            .OrderBy(artifact => artifact.Target.Name, StringComparer.Ordinal)
            .Select(artifact => Measure(artifact, triple)),
    ];

    private static ProgramSize Measure(CargoArtifact artifact, string? triple)
    {
        var image = BinaryImage.Read(artifact.Executable!);
        return new ProgramSize(artifact.Target.Name, triple, image.Size, image.Sections, artifact.Target.SourcePath);
    }
}
