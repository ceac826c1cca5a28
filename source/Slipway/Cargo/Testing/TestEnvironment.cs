using System.Collections.Immutable;

namespace Slipway.Cargo.Testing;

/// <summary>The environment that <c>cargo test</c> gives to a test program.</summary>
internal sealed class TestEnvironment(CargoWorkspace workspace, CargoRun run, IReadOnlyList<string> rustLibraries)
{
    private static string LibraryVariable =>
        OperatingSystem.IsWindows() ? "PATH" : OperatingSystem.IsMacOS() ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";

    public static async Task<TestEnvironment> CreateAsync(
        CargoWorkspace workspace,
        CargoCommand command,
        CargoRun run,
        CancellationToken cancellationToken) =>
        new(workspace, run, await RustLibrariesAsync(command, cancellationToken));

    public ImmutableSortedDictionary<string, string?> For(CargoPackage package, CargoArtifact artifact)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var script in run.BuildScripts.Where(script => script.PackageId == package.Id))
        {
            variables["OUT_DIR"] = script.OutFolder;
            foreach (var (name, value) in script.Environment)
                variables[name] = value;
        }

        foreach (var (name, value) in PackageVariables.Of(package))
            variables[name] = value;
        variables["CARGO"] = CargoExecutable.Find();
        if (artifact.Target.Kind is CargoTargetKind.Test or CargoTargetKind.Bench)
        {
            foreach (var binary in run.Artifacts.Where(other => IsBinaryOf(package, other)))
                variables[$"CARGO_BIN_EXE_{binary.Target.Name}"] = binary.Executable;
        }

        variables[LibraryVariable] = string.Join(Path.PathSeparator, LibraryFolders(artifact.Executable!));
        return variables.ToImmutable();
    }

    private static bool IsBinaryOf(CargoPackage package, CargoArtifact artifact) =>
        artifact.PackageId == package.Id
        && artifact is { IsTest: false, Executable: not null, Target.Kind: CargoTargetKind.Binary };

    private IEnumerable<string> LibraryFolders(string executable)
    {
        var deps = Path.GetDirectoryName(executable)!;
        var native = run.BuildScripts
            .SelectMany(script => script.LibraryFolders)
            .Select(folder => folder[(folder.IndexOf('=', StringComparison.Ordinal) + 1)..])
            .Where(folder => folder.StartsWith(workspace.TargetFolder, StringComparison.Ordinal));
        var inherited = Environment.GetEnvironmentVariable(LibraryVariable);
        if (string.IsNullOrEmpty(inherited) && OperatingSystem.IsMacOS())
            inherited = $"{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}/lib:/usr/local/lib:/usr/lib";
        return [.. native, Path.GetDirectoryName(deps)!, deps, .. rustLibraries, .. string.IsNullOrEmpty(inherited) ? [] : new[] { inherited }];
    }

    private static async Task<IReadOnlyList<string>> RustLibrariesAsync(CargoCommand command, CancellationToken cancellationToken)
    {
        var rustc = CargoExecutable.TryFindCompiler();
        if (rustc is null)
            return [];
        string[] triple = command.Triple is null ? [] : ["--target", command.Triple];
        var output = await ToolAnswers.AskAsync(rustc, ["--print", "target-libdir", "--print", "sysroot", .. triple], command.Folder, cancellationToken);
        var lines = output.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 2 ? [lines[0], Path.Combine(lines[1], "lib")] : [];
    }
}
