using System.Text.RegularExpressions;

namespace Slipway.Tests;

public partial class ArchitectureTests
{
    /// <summary>The rooms of the library, and those that each may know.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Processes"] = [],
        ["Toml"] = [],
        ["Cargo"] = ["Processes"],
        ["Base"] = ["Processes", "Cargo"],
        ["Health"] = ["Processes", "Cargo", "Base", "History", "Html"],
        ["History"] = ["Processes", "Cargo", "Base"],
        ["Alerts"] = ["Cargo", "Gates", "History", "Http", "Messages", "Releasing"],
        ["Analysis"] = ["Processes", "Toml", "Cargo", "Base"],
        ["Audit"] = ["Processes", "Toml", "Cargo", "Base"],
        ["Benchmarks"] = ["Processes", "Cargo", "Base"],
        ["Coverage"] = ["Processes", "Cargo", "Base"],
        ["Secrets"] = ["Processes", "Toml"],
        ["Gates"] = ["Processes", "Toml", "Cargo", "Base", "Analysis", "Audit", "Benchmarks", "Coverage", "Secrets"],
        ["Workflows"] = ["Processes", "Cargo"],
        ["Manifest"] = [],
        ["Packaging"] = ["Processes", "Cargo", "Manifest"],
        ["Http"] = [],
        ["Messages"] = ["Http"],
        ["Releasing"] = ["Processes", "Cargo", "Manifest", "Http", "Messages"],
        ["Proofs"] = ["Processes", "Toml", "Cargo", "Base", "Gates", "Reporting"],
        ["Html"] = [],
        ["Importing"] = ["Http", "Cargo", "History"],
        ["Reporting"] = ["Html", "Processes", "Toml", "Cargo", "Base", "Analysis", "Audit", "Benchmarks", "Coverage", "Secrets", "Gates", "Workflows"],
    };

    [Fact]
    public void The_library_knows_neither_NUKE_nor_ASP_NET_nor_the_console() =>
        typeof(SlipwayException).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => !name.StartsWith("Nuke", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && name != "System.Console");

    [Fact]
    public void Rooms_know_only_those_below_them()
    {
        foreach (var room in Directory.GetDirectories(Path.Combine(Repository.Root, "source", "Slipway")).Select(Path.GetFileName).Except(["bin", "obj"]))
        {
            Rooms.ShouldContainKey(room!, "every room says what it may know");
            var known = Directory.GetFiles(Path.Combine(Repository.Root, "source", "Slipway", room!), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Mention().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["room"].Value)
                .Where(Rooms.ContainsKey)
                .Except([room!])
                .Order(StringComparer.Ordinal);
            known.Except(Rooms[room!]).ShouldBeEmpty($"{room} knows more than it may");
        }
    }

    [GeneratedRegex(@"\bSlipway\.(?<room>\w+)")]
    private static partial Regex Mention();
}
