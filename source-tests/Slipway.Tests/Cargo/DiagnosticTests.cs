using Slipway.Cargo;

namespace Slipway.Tests.Cargo;

public class DiagnosticTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_error_has_code_place_and_text()
    {
        using var project = RustProject.Library("broken", "pub fn one() -> u8 {\n    \"one\"\n}\n");

        var run = await BuildAsync(project);

        run.Succeeded.ShouldBeFalse();
        var error = run.Diagnostics.ShouldHaveSingleItem();
        error.Level.ShouldBe(DiagnosticLevel.Error);
        error.Code.ShouldBe("E0308");
        error.File.ShouldBe(project / "src/lib.rs");
        (error.Line, error.Column, error.EndLine, error.EndColumn).ShouldBe((2, 5, 2, 10));
        error.Package.ShouldBe("broken");
        error.Rendered.ShouldContain("--> src/lib.rs:2:5");
    }

    [Fact]
    public async Task A_warning_of_a_crate_compiled_twice_comes_once_and_again_when_nothing_is_compiled()
    {
        using var project = RustProject.Library("sloppy", "pub fn one() {\n    let unused = 1;\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var command = CargoCommand.Test.WithWorkspace(workspace).WithArguments("--no-run", "--lib", "--all-targets");

        var first = await command.ExecuteAsync(null, Token);
        var second = await command.ExecuteAsync(null, Token);

        first.Warnings.ShouldHaveSingleItem().Code.ShouldBe("unused_variables");
        second.Artifacts.ShouldAllBe(artifact => artifact.IsFresh);
        second.Warnings.ShouldBe(first.Warnings);
    }

    [Fact]
    public async Task Clippy_names_its_lint_and_what_it_proposes()
    {
        using var project = RustProject.Library("style", "pub fn one() -> u8 {\n    return 1;\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var run = await CargoCommand.Clippy.WithWorkspace(workspace).WithArguments("--all-targets").ExecuteAsync(null, Token);

        var warning = run.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("clippy::needless_return");
        warning.Line.ShouldBe(2);
        warning.Help.ShouldBe("remove `return`: `1`");
    }

    [Fact]
    public async Task How_to_silence_a_lint_is_no_help()
    {
        using var project = RustProject.Library("style", "#![warn(clippy::unwrap_used)]\npub fn one(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var run = await CargoCommand.Clippy.WithWorkspace(workspace).WithToolArguments("-D", "warnings").ExecuteAsync(null, Token);

        var error = run.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("clippy::unwrap_used");
        (error.Help ?? "").ShouldNotContain("to override");
    }

    [Fact]
    public async Task Warnings_of_path_dependencies_outside_the_workspace_do_not_count()
    {
        using var project = RustProject.Empty()
            .WithPackage("app", "app", "[dependencies]\nother = { path = \"../other\" }\n")
            .With("app/src/lib.rs", "pub use other::one;")
            .WithPackage("other", "other")
            .With("other/src/lib.rs", "pub fn one() {\n    let unused = 1;\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project / "app", Token);

        var run = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);

        run.Diagnostics.ShouldHaveSingleItem().Package.ShouldBe("other");
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task For_a_terminal_messages_come_in_colour()
    {
        using var project = RustProject.Library("sloppy", "pub fn one() {\n    let unused = 1;\n}\n");

        var run = await BuildAsync(project, command => command.WithColor());

        run.Warnings.ShouldHaveSingleItem().Rendered.ShouldContain("\u001b[");
    }

    [Fact]
    public async Task A_warning_inside_a_foreign_macro_is_shown_where_the_macro_is_called()
    {
        using var project = RustProject.Library("call", "pub fn one() {\n    assert_eq!(1u8, \"x\");\n}\n");

        var run = await BuildAsync(project);

        var error = run.Errors.ShouldHaveSingleItem();
        (error.File, error.Line).ShouldBe((project / "src/lib.rs", 2));
    }

    private static async Task<CargoRun> BuildAsync(RustProject project, Func<CargoCommand, CargoCommand>? change = null)
    {
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var command = CargoCommand.Build.WithWorkspace(workspace);
        return await (change?.Invoke(command) ?? command).ExecuteAsync(null, Token);
    }
}
