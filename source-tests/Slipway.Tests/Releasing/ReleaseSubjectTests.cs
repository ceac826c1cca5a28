using Slipway.Cargo;
using Slipway.Releasing;

namespace Slipway.Tests.Releasing;

public class ReleaseSubjectTests
{
    [Fact]
    public async Task A_single_package_is_released_under_its_version()
    {
        using var project = RustProject.Package("tool").With("src/main.rs", "fn main() {}");

        var subject = await FindAsync(project, null);

        (subject.Tag.Name, subject.Main.Name).ShouldBe(("v0.1.0", "tool"));
        (await FindAsync(project, "tool-0.1.0")).Tag.Crate.ShouldBe("tool");
    }

    [Fact]
    public async Task A_tag_of_another_version_is_refused_with_both_ways_out()
    {
        using var project = RustProject.Package("tool").With("src/main.rs", "fn main() {}");

        var error = await Should.ThrowAsync<SlipwayException>(() => FindAsync(project, "v0.2.0-rc.1"));

        error.Message.ShouldBe("The tag v0.2.0-rc.1 is not the version of tool, which is 0.1.0.");
        error.Hint.ShouldBe("Set the version to 0.2.0-rc.1 and commit it before the tag is made, or make the tag v0.1.0.");
        error.Location!.File.ShouldBe(project / "Cargo.toml");
    }

    [Fact]
    public async Task A_workspace_is_released_together_in_the_order_of_its_dependencies()
    {
        using var project = Workspace("0.1.0");

        var subject = await FindAsync(project, "v0.1.0");

        subject.Main.Name.ShouldBe("app");
        subject.Crates.Select(package => package.Name).ShouldBe(["base", "app"]);
        subject.Programs.Select(package => package.Name).ShouldBe(["app"]);
        (await FindAsync(project, "base-v0.1.0")).Packages.Select(package => package.Name).ShouldBe(["base"]);
    }

    [Fact]
    public async Task Programs_of_several_versions_need_a_tag_that_says_which()
    {
        using var project = Workspace("0.2.0", programs: true);

        (await Should.ThrowAsync<SlipwayException>(() => FindAsync(project, "v0.1.0"))).Hint.ShouldBe("Name the crate in the tag: CRATE-v1.2.3.");
        (await FindAsync(project, "base-0.2.0")).Main.Name.ShouldBe("base");
    }

    private static RustProject Workspace(string version, bool programs = false) => RustProject.Empty()
        .With("Cargo.toml", "[workspace]\nmembers = [\"app\", \"base\"]\nresolver = \"2\"\n")
        .WithPackage("app", "app", "[dependencies]\nbase = { path = \"../base\", version = \"" + version + "\" }\n").With("app/src/main.rs", "fn main() {}")
        .With("base/Cargo.toml", $"[package]\nname = \"base\"\nversion = \"{version}\"\nedition = \"2021\"\n")
        .With("base/src/lib.rs", "").With(programs ? "base/src/main.rs" : "base/src/more.rs", "fn main() {}");

    private static async Task<ReleaseSubject> FindAsync(RustProject project, string? tag) =>
        ReleaseSubject.Find(await CargoWorkspace.LoadAsync(project.Folder, TestContext.Current.CancellationToken), tag);
}
