using Slipway.Workflows;

namespace Slipway.Tests.Workflows;

public class NameTests
{
    [Theory]
    [InlineData("Test", "TEST", "test")]
    [InlineData("GoLive", "GO_LIVE", "go-live")]
    [InlineData("NuGetApiKey", "NUGET_API_KEY", "nuget-api-key")]
    [InlineData("CIServer", "CI_SERVER", "ci-server")]
    [InlineData("Sha256Sums", "SHA256_SUMS", "sha256-sums")]
    [InlineData("SignForMacOs", "SIGN_FOR_MAC_OS", "sign-for-mac-os")]
    [InlineData("GitHubToken", "GITHUB_TOKEN", "github-token")]
    public void Names_have_the_spelling_of_their_place(string name, string variable, string dashed)
    {
        VariableName.Of(name).ShouldBe(variable);
        VariableName.Dashed(name).ShouldBe(dashed);
    }

    [Theory]
    [InlineData("x86_64-apple-darwin", RunnerSystem.MacOs, true)]
    [InlineData("x86_64-apple-darwin", RunnerSystem.Linux, false)]
    [InlineData("x86_64-pc-windows-msvc", RunnerSystem.Linux, false)]
    [InlineData("x86_64-pc-windows-gnu", RunnerSystem.Linux, true)]
    [InlineData("aarch64-unknown-linux-musl", RunnerSystem.Linux, true)]
    [InlineData("aarch64-unknown-linux-musl", RunnerSystem.MacOs, false)]
    [InlineData("wasm32-wasip1", RunnerSystem.Windows, true)]
    public void A_triple_is_built_where_its_linker_is(string triple, RunnerSystem system, bool isBuildable)
    {
        RustTriple.IsKnown(triple).ShouldBeTrue();
        RustTriple.IsBuildableOn(triple, system).ShouldBe(isBuildable);
    }

    [Fact]
    public void Every_runner_is_in_the_table_of_images() =>
        Enum.GetValues<Runner>().Select(runner => RunnerImages.Get(runner).Label).ShouldBeUnique();
}
