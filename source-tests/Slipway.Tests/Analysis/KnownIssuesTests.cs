using Slipway.Analysis;
using Slipway.Analysis.Rules;

namespace Slipway.Tests.Analysis;

/// <summary>What is new when code moves.</summary>
public sealed class KnownIssuesTests : IDisposable
{
    private const string Before = "fn a() {\n    x.unwrap();\n    y();\n}\nfn b() {\n    x.unwrap();\n    z();\n}\n";

    private readonly RustProject _before = RustProject.Empty();
    private readonly RustProject _after = RustProject.Empty();

    [Theory]
    [InlineData("// New line.\n\n" + Before)]
    [InlineData("mod m {\n" + Before + "}\n")]
    [InlineData("fn a() {\n    x.unwrap();\n    other();\n}\nfn b() {\n    first();\n    x.unwrap();\n    z();\n}\n")]
    [InlineData("fn b() {\n    x.unwrap();\n    z();\n}\nfn a() {\n    x.unwrap();\n    y();\n}\n")]
    [InlineData("fn a() {\n    x.unwrap();\n}\n")]
    [InlineData("")]
    public void Code_that_moves_is_not_new(string after) => New(after).ShouldBeEmpty();

    [Fact]
    public void Code_in_another_file_is_not_new_when_it_was_moved_there() => New(Before, "moved/lib.rs").ShouldBeEmpty();

    [Fact]
    public void A_copy_is_new_and_it_is_the_copy_that_is_shown() =>
        New(Before + "fn c() {\n    x.unwrap();\n    w();\n}\n").ShouldHaveSingleItem().Line.ShouldBe(10);

    [Fact]
    public void Another_line_is_new() => New(Before.Replace("x.unwrap();\n    z", "w.unwrap();\n    z", StringComparison.Ordinal)).ShouldHaveSingleItem().Line.ShouldBe(6);

    [Fact]
    public void Fingerprints_are_those_of_lines_and_not_of_their_numbers()
    {
        var (before, after) = (Issues(_before, "lib.rs", Before), Issues(_after, "lib.rs", "\n\n" + Before));
        after.Select(issue => issue.Fingerprint).ShouldBe(before.Select(issue => issue.Fingerprint));
        before.Select(issue => issue.Fingerprint).ShouldBeUnique();
        before.ShouldAllBe(issue => issue.Fingerprint.EndsWith(":1", StringComparison.Ordinal));
        Issues(_after, "same.rs", "x.unwrap();\nx.unwrap();\nx.unwrap();\nx.unwrap();\n").Select(issue => issue.Fingerprint[^1]).ShouldBe(['1', '1', '2', '1']);
    }

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    private List<AnalysisIssue> New(string after, string file = "lib.rs") =>
        [.. KnownIssues.New(Issues(_after, file, after), Issues(_before, "lib.rs", Before).Select(issue => issue.Known))];

    private static List<AnalysisIssue> Issues(RustProject project, string file, string text)
    {
        project.With(file, text);
        var (lines, rule) = (new SourceLines(project.Folder), AnalysisRules.Find("clippy::unwrap_used")!);
        return
        [
            .. text.Split('\n').Index().Where(line => line.Item.Contains("unwrap", StringComparison.Ordinal)).Select(line => new AnalysisIssue(
                rule, "used unwrap", file, line.Index + 1, 1, null, null, null, lines.HashOf(file, line.Index + 1), lines.FingerprintOf(rule.Id, file, line.Index + 1))),
        ];
    }
}
