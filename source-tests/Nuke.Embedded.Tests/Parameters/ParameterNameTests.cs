using Nuke.Common.ValueInjection;

namespace Nuke.Embedded.Tests.Parameters;

public class ParameterNameTests
{
    [Theory]
    [InlineData("NuGetApiKey", "nuget-api-key")]
    [InlineData("GitHubToken", "github-token")]
    [InlineData("RustTarget", "rust-target")]
    [InlineData("CIServer", "ci-server")]
    [InlineData("NUGET_API_KEY", "nuget-api-key")]
    [InlineData("api-url", "api-url")]
    [InlineData("X", "x")]
    [InlineData("Sha256Sums", "sha256-sums")]
    public void Options_are_names_with_dashes(string name, string option) => ParameterNames.Dashed(name).ShouldBe(option);
}
