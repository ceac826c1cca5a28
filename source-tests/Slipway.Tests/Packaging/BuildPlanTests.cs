using Slipway.Cargo;
using Slipway.Packaging;

namespace Slipway.Tests.Packaging;

public class BuildPlanTests
{
    private const string Linux = "x86_64-unknown-linux-gnu";
    private const string Arm = "aarch64-unknown-linux-gnu";
    private const string Mac = "aarch64-apple-darwin";

    private static readonly BuildFacts Bare = new(Linux, HasLibrary: true, Linker: null, IsLinkerConfigured: false, HasZigBuild: false, HasCross: false);

    [Fact]
    public void What_needs_least_is_taken()
    {
        Means(Linux, Bare with { HasLibrary = false, HasCross = true }).ShouldBe(BuildMeans.Cargo);
        Means(Arm, Bare with { Linker = "aarch64-linux-gnu-gcc", HasZigBuild = true, HasCross = true }).ShouldBe(BuildMeans.Linker);
        Means(Arm, Bare with { HasZigBuild = true, HasCross = true }).ShouldBe(BuildMeans.ZigBuild);
        Means(Arm, Bare with { HasCross = true }).ShouldBe(BuildMeans.Cross);
        Means(Arm, Bare with { HasLibrary = false, HasZigBuild = true, HasCross = true }).ShouldBe(BuildMeans.Cross);
        Means("x86_64-unknown-linux-musl", Bare).ShouldBe(BuildMeans.Cargo);
        Means("x86_64-apple-darwin", Bare with { Host = Mac }).ShouldBe(BuildMeans.Cargo);
        Means("aarch64-pc-windows-msvc", Bare with { Host = "x86_64-pc-windows-msvc" }).ShouldBe(BuildMeans.Cargo);
    }

    [Theory]
    [InlineData(Arm, true, "Install a linker for it")]
    [InlineData(Arm, false, "rustup target add aarch64-unknown-linux-gnu")]
    [InlineData(Mac, true, "built on a Mac")]
    [InlineData("x86_64-pc-windows-msvc", true, "Build it on Windows")]
    public void What_cannot_be_built_here_is_said_with_a_way_out(string triple, bool hasLibrary, string hint)
    {
        var error = Should.Throw<SlipwayException>(() => BuildPlan.For(triple, Bare with { HasLibrary = hasLibrary }));

        error.Kind.ShouldBe(ErrorKind.Environment);
        error.Message.ShouldBe($"This machine cannot build for {triple}.");
        error.Hint!.ShouldContain(hint);
    }

    [Fact]
    public void The_command_says_how()
    {
        Command(BuildMeans.Cargo).ToString().ShouldBe($"cargo build --message-format=json --target {Arm} --color never");
        Command(BuildMeans.ZigBuild).ToString().ShouldBe($"cargo zigbuild --message-format=json --target {Arm} --color never");
        Command(BuildMeans.Cross).ToString().ShouldBe($"cross build --message-format=json --target {Arm} --color never");
        Command(BuildMeans.Linker).Environment["CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER"].ShouldBe("ld");

        static CargoCommand Command(BuildMeans means) => new BuildPlan(means, "", "ld").Apply(CargoCommand.Build, Arm);
    }

    [Fact]
    public async Task This_machine_builds_for_itself()
    {
        var host = await RustTargets.HostAsync(Path.GetTempPath(), TestContext.Current.CancellationToken);

        var facts = await BuildFacts.InspectAsync(host, Path.GetTempPath(), TestContext.Current.CancellationToken);

        facts.Host.ShouldBe(host);
        facts.HasLibrary.ShouldBeTrue();
        BuildPlan.For(host, facts).Means.ShouldBe(BuildMeans.Cargo);
    }

    private static BuildMeans Means(string triple, BuildFacts facts) => BuildPlan.For(triple, facts).Means;
}
