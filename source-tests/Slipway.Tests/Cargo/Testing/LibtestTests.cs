using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

public class LibtestTests
{
    [Fact]
    public void The_log_tells_of_expected_tests_only()
    {
        var outcomes = LibtestLog.Parse("ok a\nignored: one\ntwo b\nfailed: note: x c\nok stranger\nfailed d", ["a", "b", "c", "d"]);

        outcomes.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Outcome, pair.Value.Message)).ShouldBe(
        [
            ("a", TestOutcome.Passed, null),
            ("b", TestOutcome.Ignored, "one\ntwo"),
            ("c", TestOutcome.Failed, "note: x"),
            ("d", TestOutcome.Failed, null),
        ]);
    }

    [Fact]
    public void In_plain_output_a_failure_is_never_taken_back()
    {
        string[] lines = ["test a ... ok", "test b - should panic ... FAILED", "test b ... ok", "test c ... ignored, later", "test d ... ok"];

        var outcomes = LibtestOutput.Parse(lines, ["a", "b", "c"]);

        outcomes.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Outcome, pair.Value.Message)).ShouldBe(
        [
            ("a", TestOutcome.Passed, null),
            ("b", TestOutcome.Failed, null),
            ("c", TestOutcome.Ignored, "later"),
        ]);
    }

    [Fact]
    public void A_listing_that_is_none_means_a_harness_of_the_projects_own()
    {
        TestListing.Parse("b: test\na: test\r\nc: benchmark\n").ShouldBe(["a", "b", "c"]);
        TestListing.Parse("a: test\nall doctests ran in 0.18s; merged doctests compilation took 0.18s\n").ShouldBe(["a"]);
        TestListing.Parse("").ShouldBe([]);
        TestListing.Parse("Running my tests\n").ShouldBeNull();
    }

    [Theory]
    [InlineData("thread 'a' (12) panicked at tests/a.rs:3:4:\nno")]
    [InlineData("note: test did not panic as expected at tests/a.rs:3:4")]
    public void A_failure_is_where_it_panicked_or_should_have(string output)
    {
        using var project = RustProject.Empty().With("tests/a.rs", "");

        PanicLocation.Find(output, project.Folder).ShouldBe(new SourceLocation(project / "tests/a.rs", 3, 4));
    }

    [Fact]
    public void A_long_message_is_cut() =>
        LibtestOutput.MessageOf($"thread 'a' panicked at src/lib.rs:1:1:\n{new string('x', 1000)}\n")!.Length.ShouldBe(241);
}
