namespace Slipway.Cargo.Testing;

/// <summary>The one compilation that all suites share.</summary>
public sealed record TestBuild(CargoWorkspace Workspace, CargoRun Run, IReadOnlyList<TestBinary> Binaries)
{
    /// <summary>Compiles the tests of the command's workspace; whether that succeeded is in the run.</summary>
    public static async Task<TestBuild> CompileAsync(
        CargoCommand command,
        Action<CargoEvent>? sink = null,
        CancellationToken cancellationToken = default)
    {
        var workspace = command.Workspace ?? throw new ArgumentException("The command has no workspace.", nameof(command));
        var run = await command.AddArguments("--no-run").ExecuteAsync(sink, cancellationToken);
        var environment = await TestEnvironment.CreateAsync(workspace, command, run, cancellationToken);
        var binaries =
            from artifact in run.Artifacts
            where artifact.IsTest && artifact.Executable is not null
            let package = workspace.FindPackageById(artifact.PackageId)
            where package is not null
            orderby package.Name, artifact.Target.Kind, artifact.Target.Name
            select new TestBinary(package, artifact.Target, artifact.Executable!, environment.For(package, artifact));
        return new TestBuild(workspace, run, [.. binaries]);
    }

    /// <summary>
    /// Puts the programs of the release build where the tests look for those of their own profile: what they start is
    /// what ships.
    /// </summary>
    public async Task UseProgramsOfAsync(CargoRun release, CancellationToken cancellationToken = default)
    {
        foreach (var program in Run.Artifacts.Where(IsProgram))
        {
            var shipped = release.Artifacts.FirstOrDefault(other => IsProgram(other)
                && other.PackageId == program.PackageId
                && other.Target.Name == program.Target.Name);
            if (shipped is null || shipped.Executable == program.Executable)
                continue;
            // Written aside and renamed: cargo's file is a hard link to one that it keeps.
            var copy = $"{program.Executable}.{Guid.NewGuid():N}";
            try
            {
                await Task.Run(() => File.Copy(shipped.Executable!, copy), cancellationToken);
                File.Move(copy, program.Executable!, overwrite: true);
            }
            finally
            {
                File.Delete(copy);
            }
        }
    }

    private static bool IsProgram(CargoArtifact artifact) =>
        artifact is { IsTest: false, Executable: not null, Target.Kind: CargoTargetKind.Binary };
}
