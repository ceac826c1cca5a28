namespace Slipway.Rehearsal.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_servers_know_the_library_and_nothing_above_it() =>
        typeof(RehearsalServers).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Slipway", StringComparison.Ordinal) || name.StartsWith("Nuke", StringComparison.Ordinal) || name == "System.Console")
            .ShouldBe(["Slipway"]);

    [Theory]
    [InlineData("Crates", "GitHub", "Discord", "Mail")]
    [InlineData("GitHub", "Crates", "Discord", "Mail")]
    [InlineData("Discord", "Crates", "GitHub", "Mail")]
    [InlineData("Mail", "Crates", "GitHub", "Discord")]
    [InlineData("Faults", "Crates", "GitHub", "Discord", "Mail", "Hosting", "Calls")]
    [InlineData("Calls", "Crates", "GitHub", "Discord", "Mail", "Hosting", "Faults")]
    public void Servers_do_not_know_each_other(string room, params string[] others)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "source", "Slipway.Rehearsal", room), "*.cs", SearchOption.AllDirectories);

        files.ShouldNotBeEmpty();
        foreach (var other in others)
            files.ShouldAllBe(file => !File.ReadAllText(file).Contains($"Slipway.Rehearsal.{other}", StringComparison.Ordinal));
    }
}
