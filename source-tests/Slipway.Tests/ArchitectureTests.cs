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
    [InlineData("Processes", "Cargo", "Base", "Audit", "Secrets", "Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Cargo", "Base", "Audit", "Secrets", "Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Base", "Audit", "Secrets", "Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Audit", "Secrets", "Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Secrets", "Cargo", "Base", "Audit", "Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Gates", "Packaging", "Workflows", "Reporting")]
    [InlineData("Workflows", "Base", "Audit", "Secrets", "Gates", "Packaging", "Reporting")]
    [InlineData("Packaging", "Base", "Audit", "Secrets", "Gates", "Workflows", "Reporting")]
    public void Rooms_know_only_those_below_them(string room, params string[] others)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "source", "Slipway", room), "*.cs", SearchOption.AllDirectories);

        files.ShouldNotBeEmpty();
        foreach (var other in others)
            files.ShouldAllBe(file => !File.ReadAllText(file).Contains($"Slipway.{other}", StringComparison.Ordinal));
    }
}
