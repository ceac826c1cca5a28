namespace Slipway.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_library_knows_neither_NUKE_nor_ASP_NET_nor_the_console() =>
        typeof(SlipwayException).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => !name.StartsWith("Nuke", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && name != "System.Console");

    [Theory]
    [InlineData("Processes", "Cargo", "Base", "Audit", "Secrets", "Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Cargo", "Base", "Audit", "Secrets", "Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Base", "Audit", "Secrets", "Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Audit", "Secrets", "Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Secrets", "Cargo", "Base", "Audit", "Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Analysis", "Gates", "Workflows", "Reporting")]
    [InlineData("Gates", "Workflows", "Reporting")]
    [InlineData("Workflows", "Base", "Audit", "Secrets", "Analysis", "Gates", "Reporting")]
    public void Rooms_know_only_those_below_them(string room, params string[] others)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "source", "Slipway", room), "*.cs", SearchOption.AllDirectories);

        files.ShouldNotBeEmpty();
        foreach (var other in others)
            files.ShouldAllBe(file => !File.ReadAllText(file).Contains($"Slipway.{other}", StringComparison.Ordinal));
    }
}
