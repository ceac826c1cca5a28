using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Coverage.Llvm;

/// <summary>The compiled tests and programs, and the objects in which LLVM finds their code.</summary>
/// <param name="Test">The command that compiled them.</param>
/// <param name="Shipped">The objects of libraries and programs.</param>
/// <param name="All">These and those of the test programs.</param>
internal sealed record InstrumentedBuild(
    CargoCommand Test,
    TestBuild Tests,
    IReadOnlyList<string> Shipped,
    IReadOnlyList<string> All)
{
    public static async Task<InstrumentedBuild> CompileAsync(CoverageRequest request, CancellationToken cancellationToken)
    {
        var target = Path.Combine(request.Folder, "target");
        var profiles = Path.Combine(request.Folder, "build-profiles");
        // Another version of rustc or a failed run may have left what does not fit.
        Recreate(profiles);
        var test = Instrumented.Of(request.Test, target, profiles);
        var tests = await TestBuild.CompileAsync(test, request.Sink, cancellationToken);
        Ensure(tests.Run, request);
        var artifacts = tests.Run.Artifacts.Where(artifact => IsShipped(artifact, request.Workspace)).ToList();
        if (Lacks(artifacts, request.Workspace))
        {
            // Programs are compiled along with the tests only when there are tests that may start them.
            var run = await Instrumented.Of(request.Build, target, profiles).ExecuteAsync(request.Sink, cancellationToken);
            Ensure(run, request);
            artifacts.AddRange(run.Artifacts.Where(artifact => IsShipped(artifact, request.Workspace)
                && !artifacts.Any(other => other.PackageId == artifact.PackageId && other.Target == artifact.Target)));
            tests = tests with { Run = tests.Run with { Artifacts = [.. tests.Run.Artifacts, .. run.Artifacts] } };
        }

        var objects = Path.Combine(request.Folder, "objects");
        Recreate(objects);
        var shipped = new List<string>();
        foreach (var artifact in artifacts)
            shipped.AddRange(await ObjectsAsync(artifact, Path.Combine(objects, $"{shipped.Count:x}"), cancellationToken));
        return new InstrumentedBuild(test, tests, shipped, [.. shipped, .. tests.Binaries.Select(binary => binary.Executable)]);
    }

    internal static void Recreate(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    private static bool IsShipped(CargoArtifact artifact, CargoWorkspace workspace) =>
        !artifact.IsTest
        && artifact.Target.Kind is CargoTargetKind.Library or CargoTargetKind.ProcMacro or CargoTargetKind.Binary
        && workspace.FindPackageById(artifact.PackageId) is not null;

    private static bool Lacks(List<CargoArtifact> artifacts, CargoWorkspace workspace) => workspace.Packages
        .SelectMany(package => package.Targets.Select(target => (package.Id, Target: target)))
        .Where(item => item.Target.Kind is CargoTargetKind.Library or CargoTargetKind.ProcMacro or CargoTargetKind.Binary)
        .Any(item => !artifacts.Any(artifact => artifact.PackageId == item.Id && artifact.Target.Name == item.Target.Name && artifact.Target.Kind == item.Target.Kind));

    private static async Task<IReadOnlyList<string>> ObjectsAsync(CargoArtifact artifact, string folder, CancellationToken cancellationToken)
    {
        if (artifact.Executable is { } program)
            return [program];
        string[] archives = [".rlib", ".a", ".lib"];
        foreach (var extension in archives)
        {
            if (artifact.Files.FirstOrDefault(file => file.EndsWith(extension, StringComparison.Ordinal)) is { } archive)
                return await Archive.ExtractObjectsAsync(archive, folder, cancellationToken);
        }

        string[] libraries = [".so", ".dylib", ".dll"];
        return [.. artifact.Files.Where(file => libraries.Contains(Path.GetExtension(file), StringComparer.Ordinal))];
    }

    private static void Ensure(CargoRun run, CoverageRequest request)
    {
        run.EnsureStarted();
        if (run.Succeeded)
            return;
        if (run.Errors.FirstOrDefault() is not { } error)
            run.EnsureSuccess();
        else
        {
            throw new SlipwayException(
                ErrorKind.Verdict,
                $"The code does not compile with coverage: {error.Message}",
                "Run `cargo test --no-run`.",
                error.File is null ? null : new SourceLocation(Path.GetFullPath(error.File, request.Workspace.RootFolder), error.Line, error.Column));
        }
    }
}
