using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Tests.Cargo;

public class ToolchainTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tools_of_this_machine_are_found_with_their_versions()
    {
        var facts = await ToolchainFacts.InspectAsync(Path.GetTempPath(), cancellationToken: Token);

        facts.Tools.Select(tool => tool.Need.Name).ShouldBe(["cargo", "rustc", "clippy", "rustfmt", "git"]);
        facts.Tools.ShouldAllBe(tool => tool.IsFound && File.Exists(tool.Path) && char.IsAsciiDigit(tool.Version![0]));
        ToolchainGate.Judge(facts).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public async Task A_missing_tool_comes_with_a_way_to_get_it()
    {
        var facts = await ToolchainFacts.InspectAsync(
            Path.GetTempPath(),
            [new ToolNeed("no-such-tool", "show this"), new ToolNeed("no-such-extra", "show that", IsRequired: false)],
            cancellationToken: Token);

        var gate = ToolchainGate.Judge(facts);

        gate.Reason.ShouldBe("1 tool missing");
        gate.Findings.Select(finding => (finding.Severity, finding.Message)).ShouldBe(
        [
            (FindingSeverity.Error, "no-such-tool is missing; it is needed to show this"),
            (FindingSeverity.Warning, "no-such-extra is missing; it is needed to show that"),
        ]);
        gate.Findings[0].Help!.ShouldContain("no-such-tool");
    }

    [Fact]
    public void What_keeps_all_tools_from_running_is_said_once()
    {
        const string Reason = "toolchain '1.70.0-x86_64-unknown-linux-gnu' is not installed";
        var remedy = Provision.RemedyFor("cargo", PackageManager.Apt, hasRustup: true, Reason);
        var facts = new ToolchainFacts(
            [new ToolFact(ToolNeed.Cargo, null, null, remedy, Reason), new ToolFact(ToolNeed.Rustc, null, null, remedy, Reason)],
            PackageManager.Apt, HasRustup: true, null, TimeSpan.Zero);

        var finding = ToolchainGate.Judge(facts).Findings.ShouldHaveSingleItem();

        finding.Message.ShouldBe($"cargo, rustc: {Reason}");
        finding.Help.ShouldBe("rustup toolchain install 1.70.0-x86_64-unknown-linux-gnu");
        Provision.CommandsFor(facts, asRoot: true).ShouldHaveSingleItem().ToString().ShouldBe(finding.Help);
    }

    [Fact]
    public async Task A_Rust_older_than_the_workspace_requires_fails()
    {
        var facts = await ToolchainFacts.InspectAsync(Path.GetTempPath(), [ToolNeed.Rustc], "999.1", Token);

        ToolchainGate.Judge(facts).Reason.ShouldBe("Rust is too old");
        (facts with { RequiredRustVersion = "1.56" }).IsTooOld.ShouldBeFalse();
    }

    [Fact]
    public void Cargo_is_the_one_that_is_named_or_the_first_in_the_folders()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("makes files executable");
            return;
        }

        using var project = RustProject.Empty().With("a/cargo", "").With("b/cargo", "").With("c/cargo", "");
        foreach (var folder in new[] { "b", "c" })
            File.SetUnixFileMode(project / $"{folder}/cargo", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string[] folders = [project / "none", project / "a", project / "b", project / "c"];

        CargoExecutable.TryFind(null, folders).ShouldBe(project / "b/cargo");
        CargoExecutable.TryFind(project / "c/cargo", folders).ShouldBe(project / "c/cargo");
        CargoExecutable.TryFind(project / "none/cargo", folders).ShouldBe(project / "b/cargo");
    }

    [Fact]
    public void Without_cargo_the_error_says_how_to_get_it()
    {
        var error = Should.Throw<SlipwayException>(() => CargoExecutable.Require(CargoExecutable.TryFind(null, [])));

        error.Kind.ShouldBe(ErrorKind.Environment);
        error.Explain().ShouldBe(
            "cargo is not installed, or not on PATH.\nInstall Rust from https://rustup.rs, or set CARGO to the cargo to use.");
    }

    [Theory]
    [InlineData(PackageManager.Apt, true, true, "rustup component add clippy rustfmt; apt-get update; apt-get install --yes git")]
    [InlineData(PackageManager.Apt, false, false, "sudo apt-get update; sudo apt-get install --yes rust-clippy rustfmt git")]
    [InlineData(PackageManager.Brew, false, false, "brew install rust git")]
    [InlineData(PackageManager.Winget, false, false, "winget install --exact --silent --id Rustlang.Rustup; winget install --exact --silent --id Git.Git")]
    [InlineData(PackageManager.None, false, false, "")]
    public void What_is_missing_is_installed_by_the_platforms_own_means(
        PackageManager manager,
        bool hasRustup,
        bool asRoot,
        string expected)
    {
        var missing = new[] { ToolNeed.Clippy, ToolNeed.Rustfmt, ToolNeed.Git }.Select(need => new ToolFact(need, null, null, null));
        var facts = new ToolchainFacts([.. missing], manager, hasRustup, null, TimeSpan.Zero);

        string.Join("; ", Provision.CommandsFor(facts, asRoot)).ShouldBe(expected);
    }
}
