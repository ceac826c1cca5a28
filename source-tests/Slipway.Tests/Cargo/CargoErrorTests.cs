using Slipway.Cargo;

namespace Slipway.Tests.Cargo;

public class CargoErrorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("version = 9\n", null, "Update Rust")]
    [InlineData("version = 4\n<<<<<<< HEAD\n", 2, "conflict of a merge")]
    [InlineData("version = 4\n\n[[package]]\nname = \"locked\"\nversion = \"0.0.9\"\n", null, "cargo update --workspace")]
    public async Task A_lock_file_that_does_not_fit_is_named_with_the_way_to_mend_it(string lockFile, int? line, string hint)
    {
        using var project = RustProject.Library("locked", "").With("Cargo.lock", lockFile);

        var error = await FailAsync(project);

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Location.ShouldBe(new SourceLocation(project / "Cargo.lock", line));
        error.Hint!.ShouldContain(hint);
    }

    [Fact]
    public async Task A_dependency_that_is_not_there_leads_to_its_line()
    {
        using var project = RustProject.Library("needy", "", "[dependencies]\ngone = { path = \"../no-such-folder\" }");

        var error = await FailAsync(project);

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Location.ShouldBe(new SourceLocation(project / "Cargo.toml", 8));
    }

    [Fact]
    public async Task A_registry_that_cannot_be_reached_is_the_machines_fault()
    {
        // Nothing listens on the port of discard.
        using var project = RustProject.Library("needy", "", "[dependencies]\nserde = { version = \"1\", registry = \"nowhere\" }")
            .With(".cargo/config.toml", "[registries.nowhere]\nindex = \"sparse+http://127.0.0.1:9/\"\n[net]\nretry = 0\n");

        var error = await FailAsync(project);

        error.Kind.ShouldBe(ErrorKind.Environment);
        error.Hint!.ShouldContain("network");
    }

    [Fact]
    public async Task Options_that_rustc_refuses_are_no_fault_of_the_code()
    {
        using var project = RustProject.Library("flagged", "").With(".cargo/config.toml", "[build]\nrustflags = [\"-Cbogus\"]\n");

        var error = await FailAsync(project);

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldBe("rustc refuses its options: unknown codegen option: `bogus`");
    }

    [Theory]
    [InlineData("fn main() { panic!(\"Permission denied\") }", "")]
    [InlineData("fn main() {}", "fn broken( {}")]
    public async Task Code_and_build_scripts_that_fail_are_for_the_gate_to_judge(string script, string library)
    {
        using var project = RustProject.Library("own", library).With("build.rs", script);
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var run = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);

        run.Succeeded.ShouldBeFalse();
        run.EnsureStarted().ShouldBe(run);
    }

    [Fact]
    public async Task A_target_that_rustc_does_not_know_is_a_mistake_and_one_without_its_library_is_missing()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => RustTargets.MissingAsync([""], Path.GetTempPath(), Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldContain("--rust-target");
        var host = await RustTargets.HostAsync(Path.GetTempPath(), Token);
        (await RustTargets.MissingAsync([host, "riscv32e-unknown-none-elf"], Path.GetTempPath(), Token)).ShouldBe(["riscv32e-unknown-none-elf"]);
    }

    [Theory]
    [InlineData("x86_64-unknown-linux-musl", true)]
    [InlineData("aarch64-unknown-linux-gnu", false)]
    [InlineData("x86_64-pc-windows-msvc", false)]
    [InlineData("nonsense", false)]
    public void A_program_runs_where_processor_and_system_are_the_same(string triple, bool runs) =>
        RustTargets.Runs(triple, "x86_64-unknown-linux-gnu").ShouldBe(runs);

    private static async Task<SlipwayException> FailAsync(RustProject project)
    {
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var locked = File.Exists(project / "Cargo.lock");
        var run = await CargoCommand.Check.WithWorkspace(workspace).WithLocked(locked).ExecuteAsync(null, Token);
        run.Succeeded.ShouldBeFalse();
        return Should.Throw<SlipwayException>(run.EnsureStarted);
    }
}
