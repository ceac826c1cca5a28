using Slipway.Cargo;

namespace Slipway.Tests.Cargo;

public class WorkspaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_virtual_workspace_tells_its_members_with_what_they_inherit()
    {
        using var project = Virtual();

        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        workspace.RootPackage.ShouldBeNull();
        workspace.RootFolder.ShouldBe(project.Folder);
        workspace.TargetFolder.ShouldBe(project / "target");
        workspace.Packages.Select(package => package.ToString()).ShouldBe(["app 2.3.4", "base 2.3.4", "internal 0.1.0"]);
        workspace.DefaultMembers.Select(package => package.Name).ShouldBe(["app"]);
        workspace.FindPackage("app")!.RustVersion.ShouldBe("1.70");
        workspace.RustVersion.ShouldBe("1.70");
        workspace.FindPackage("internal")!.IsPublishable.ShouldBeFalse();
        workspace.FindPackage("base")!.Registries.ShouldBe(["rehearsal"]);
        workspace.FindPackage("app")!.Features["extra"].ShouldBeEmpty();
    }

    [Fact]
    public async Task Binaries_have_their_own_names_and_the_features_they_require()
    {
        using var project = Virtual();

        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        workspace.Binaries.Select(binary => (binary.Package.Name, binary.Name, string.Join(',', binary.RequiredFeatures)))
            .ShouldBe([("app", "doit", ""), ("app", "helper", "extra")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Packages_are_published_after_those_they_need(bool resolve)
    {
        using var project = Virtual();

        var workspace = await CargoWorkspace.LoadAsync(project.Folder, new CargoWorkspaceOptions(resolve, Offline: true), Token);

        workspace.PublishOrder.Select(package => package.Name).ShouldBe(["base", "app"]);
    }

    [Fact]
    public async Task A_folder_inside_the_workspace_leads_to_the_whole_workspace()
    {
        using var project = Virtual();

        var workspace = await CargoWorkspace.LoadAsync(project / "crates/base", Token);

        workspace.RootFolder.ShouldBe(project.Folder);
        workspace.Packages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_a_mistake_even_below_another_workspace()
    {
        using var project = Virtual().With("docs/readme.md", "");

        var error = await Should.ThrowAsync<SlipwayException>(() => CargoWorkspace.LoadAsync(project / "docs", Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldBe($"There is no Cargo.toml in {project / "docs"}.");
        error.Hint.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("[package]\nname = \"x\"\nversion \"0.1\"\n", 3, "key with no value, expected `=`")]
    [InlineData("[package]\nname = \"x\"\nversion = \"0.1.0\"\nedition = \"2055\"\n", 4, "`2055` is unknown")]
    [InlineData("[workspace]\nmembers = [\n  \"nope\",\n]\n", 3, "failed to load manifest for workspace member")]
    [InlineData("[package]\nname = \"x\"\nversion = \"0.1.0\"\n\n[[bin]]\nname = 3\n", 6, "expected a string")]
    public async Task A_broken_manifest_is_shown_with_file_and_line(string manifest, int line, string message)
    {
        using var project = RustProject.Empty().With("Cargo.toml", manifest).With("src/lib.rs", "");

        var error = await Should.ThrowAsync<SlipwayException>(() => CargoWorkspace.LoadAsync(project.Folder, Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Location!.File.ShouldBe(project / "Cargo.toml");
        error.Location.Line.ShouldBe(line);
        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_broken_manifest_of_a_member_names_the_members_file()
    {
        using var project = Virtual().With("crates/base/Cargo.toml", "[package]\nname = \"base\"\nversion = 1\n");

        var error = await Should.ThrowAsync<SlipwayException>(() => CargoWorkspace.LoadAsync(project.Folder, Token));

        error.Location.ShouldBe(new SourceLocation(project / "crates/base/Cargo.toml", 3, 11));
    }

    [Fact]
    public async Task A_missing_lock_file_is_refused_when_it_must_not_change()
    {
        using var project = Virtual();

        var error = await Should.ThrowAsync<SlipwayException>(() => CargoWorkspace.LoadAsync(
            project.Folder,
            new CargoWorkspaceOptions(Resolve: true, Locked: true, Offline: true),
            Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Hint!.ShouldContain("Cargo.lock");
    }

    // The development dependency from "base" back to "app" closes a cycle.
    private static RustProject Virtual() => RustProject.Empty()
        .With(
            "Cargo.toml",
            """
            [workspace]
            resolver = "2"
            members = ["crates/*"]
            default-members = ["crates/a-app"]

            [workspace.package]
            version = "2.3.4"
            edition = "2021"
            rust-version = "1.70"
            """)
        .With(
            "crates/a-app/Cargo.toml",
            """
            [package]
            name = "app"
            version.workspace = true
            edition.workspace = true
            rust-version.workspace = true

            [features]
            extra = []

            [[bin]]
            name = "doit"
            path = "src/main.rs"

            [[bin]]
            name = "helper"
            path = "src/helper.rs"
            required-features = ["extra"]

            [dependencies]
            base = { path = "../base", version = "2.3.4" }
            internal = { path = "../internal" }
            """)
        .With("crates/a-app/src/main.rs", "fn main() {}")
        .With("crates/a-app/src/helper.rs", "fn main() {}")
        .With(
            "crates/base/Cargo.toml",
            """
            [package]
            name = "base"
            version.workspace = true
            edition.workspace = true
            publish = ["rehearsal"]

            [dev-dependencies]
            app = { path = "../a-app" }
            """)
        .With("crates/base/src/lib.rs", "")
        .WithPackage("crates/internal", "internal", keys: "publish = false")
        .With("crates/internal/src/lib.rs", "");
}
