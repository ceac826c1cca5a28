using Slipway.Cargo;
using Slipway.Releasing;

namespace Slipway.Tests.Releasing;

public class BinstallTests
{
    private const string Linux = "x86_64-unknown-linux-gnu";
    private const string Windows = "x86_64-pc-windows-msvc";

    [Fact]
    public async Task A_crate_that_says_nothing_is_found_under_the_usual_tags()
    {
        (await JudgeAsync("v0.1.0", "")).Message.ShouldBe("it finds tool without being told");
        (await JudgeAsync("0.1.0", "")).Verdict.ShouldBe(PreflightVerdict.Good);

        var other = await JudgeAsync("tool-v0.1.0", "");

        other.Verdict.ShouldBe(PreflightVerdict.Note);
        other.Fix!.ShouldEndWith("pkg-url = \"{ repo }/releases/download/tool-v{ version }/{ name }-{ version }-{ target }.tar.gz\"");
    }

    [Theory]
    [InlineData("pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ version }-{ target }{ archive-suffix }\"")]
    [InlineData("pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ version }-{ target }.{ archive-format }\"\nbin-dir = \"{ name }-{ version }-{ target }/{ bin }{ binary-ext }\"")]
    [InlineData("pkg-fmt = \"zip\"\n[package.metadata.binstall.overrides.x86_64-unknown-linux-gnu]\npkg-fmt = \"tgz\"")]
    public async Task What_a_crate_says_of_its_archives_is_compared_with_them_and_agrees(string said) =>
        (await JudgeAsync("v0.1.0", "[package.metadata.binstall]\n" + said)).Message.ShouldBe("the places that tool names are those of the archives");

    [Theory]
    [InlineData(
        "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tar.gz\"",
        "For x86_64-pc-windows-msvc, tool says that its archive is at https://example.org/octo/tool/releases/download/v0.1.0/tool-x86_64-pc-windows-msvc.tar.gz, and it is at https://example.org/octo/tool/releases/download/v0.1.0/tool-0.1.0-x86_64-pc-windows-msvc.zip.")]
    [InlineData("pkg-fmt = \"tgz\"", "For x86_64-pc-windows-msvc, tool says that its archive is tgz, and it is zip.")]
    [InlineData("bin-dir = \"{ bin }{ binary-ext }\"", "For x86_64-pc-windows-msvc, tool says that tool is at tool.exe in the archive, and it is at tool-0.1.0-x86_64-pc-windows-msvc/tool.exe.")]
    public async Task What_leads_users_nowhere_stops_the_release(string said, string message)
    {
        var check = await JudgeAsync("v0.1.0", "[package.metadata.binstall]\n" + said);

        (check.Verdict, check.Message).ShouldBe((PreflightVerdict.Bad, message));
        check.Fix.ShouldNotBeNull();
        Path.GetFileName(check.Location!.File).ShouldBe("Cargo.toml");
    }

    private static async Task<PreflightCheck> JudgeAsync(string tag, string metadata)
    {
        using var project = RustProject.Package("tool").With("src/main.rs", "fn main() {}")
            .With("Cargo.toml", $"[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\nrepository = \"https://example.org/octo/tool.git\"\n{metadata}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, TestContext.Current.CancellationToken);
        return BinstallPreflight.Judge(ReleaseTag.Parse(tag, ["tool"]), workspace.Packages[0], [Linux, Windows]);
    }
}
