using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

public class TestBuildTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Integration_tests_start_the_program_that_ships_and_cargo_is_not_confused()
    {
        using var project = RustProject.Package("app", "[profile.release]\nlto = true\npanic = \"abort\"")
            .With("src/main.rs", "fn main() { std::process::exit(i32::from(cfg!(panic = \"abort\"))) }")
            .With("tests/starts.rs", "#[test] fn starts() { assert!(std::path::Path::new(env!(\"CARGO_BIN_EXE_app\")).exists()) }");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var release = await CargoCommand.Build.WithWorkspace(workspace).WithRelease().ExecuteAsync(null, Token);
        var shipped = release.Artifacts.Single(artifact => artifact.Executable is not null).Executable!;

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var build = await TestBuild.CompileAsync(CargoCommand.Test.WithWorkspace(workspace).WithReleaseForTests(), null, Token);
            var started = build.Run.Artifacts.Single(artifact => artifact is { IsTest: false, Executable: not null }).Executable!;
            started.ShouldNotBe(shipped);
            File.ReadAllBytes(started).ShouldNotBe(File.ReadAllBytes(shipped));
            build.Run.Artifacts.ShouldAllBe(artifact => artifact.IsFresh == (attempt > 1));

            await build.UseProgramsOfAsync(release, Token);

            File.ReadAllBytes(started).ShouldBe(File.ReadAllBytes(shipped));
            Directory.GetFiles(Path.GetDirectoryName(started)!).Select(Path.GetFileName).Except(["app.d", ".cargo-lock", "app"]).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_library_is_compiled_once_for_tests_and_the_programs_that_they_start()
    {
        using var project = RustProject.Package("app", "[profile.release]\npanic = \"abort\"")
            .With("src/lib.rs", "pub fn one() -> i32 { 1 }")
            .With("src/main.rs", "fn main() { std::process::exit(app::one()) }")
            .With("tests/starts.rs", "#[test] fn starts() { assert_eq!(app::one(), 1); assert!(!env!(\"CARGO_BIN_EXE_app\").is_empty()) }");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var build = await TestBuild.CompileAsync(CargoCommand.Test.WithWorkspace(workspace).WithReleaseForTests(), null, Token);

        build.Run.Succeeded.ShouldBeTrue();
        build.Run.Artifacts.Count(artifact => artifact is { IsTest: false, Target.Kind: CargoTargetKind.Library }).ShouldBe(1);
    }
}
