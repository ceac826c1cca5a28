using Semver;
using Slipway.Releasing;

namespace Slipway.Tests.Releasing;

public class ChangelogTests
{
    private const string Kept = """
        # Changelog

        ## [Unreleased]

        ## [1.1.0-beta] - 2026-11-20

        ### Added

        - One.

        ```
        ## [1.0.0] of an example
        ```

        ## [1.0.0] - 2026-10-01

        - First.

        [Unreleased]: https://localhost/compare/v1.1.0-beta...HEAD
        [1.0.0]: https://localhost/v1.0.0
        """;

    [Fact]
    public void The_section_of_a_version_ends_where_the_next_begins()
    {
        Notes(Kept, "1.1.0-beta").ShouldBe("### Added\n\n- One.\n\n```\n## [1.0.0] of an example\n```\n");
        Notes(Kept, "1.0.0").ShouldBe("- First.\n");
    }

    [Theory]
    [InlineData("## 1.2.3")]
    [InlineData("## v1.2.3 (2026-11-20)")]
    [InlineData("## [v1.2.3] - 2026-11-20")]
    [InlineData("## [1.2.3](https://localhost/compare) (2026-11-20)")]
    [InlineData("# Version 1.2.3")]
    [InlineData("# Release 1.2.3:")]
    [InlineData("### caro 1.2.3 ###")]
    [InlineData("## caro-v1.2.3")]
    [InlineData("## [caro-v1.2.3] - 2026-11-20")]
    [InlineData("1.2.3 (2026-11-20)\n------------------")]
    [InlineData("v1.2.3\n======")]
    public void Headings_have_the_forms_that_people_write(string heading) =>
        Notes($"# Log\n\n{heading}\n\nText.\n\n## 1.2.2\n\nOld.\n", "1.2.3").ShouldStartWith("Text.\n");

    [Theory]
    [InlineData("## 1.2.30\n\nx\n")]
    [InlineData("## 1.2.3-rc.1\n\nx\n")]
    [InlineData("## other 1.2.3\n\nx\n")]
    [InlineData("text 1.2.3\n")]
    [InlineData("")]
    public void The_section_of_another_version_or_crate_is_not_taken(string text) =>
        Should.Throw<SlipwayException>(() => Notes(text, "1.2.3")).Message.ShouldBe("The change log has no section for 1.2.3.");

    [Fact]
    public void What_was_never_given_a_number_is_pointed_at()
    {
        var error = Should.Throw<SlipwayException>(() => Notes(Kept, "1.1.0"));

        error.Hint.ShouldBe("Rename the section '[Unreleased]' in line 3 to [1.1.0] - DATE, or add one.");
        error.Location.ShouldBe(new SourceLocation("CHANGELOG.md", 3));
    }

    [Theory]
    [InlineData("## 1.2.3\n\n## 1.2.2\nx\n", 1)]
    [InlineData("# Log\n## 1.2.3\n\n### Added\n\n### Fixed\n", 2)]
    [InlineData("## 1.2.3\n\n[1.2.3]: https://localhost\n", 1)]
    public void A_section_that_says_nothing_is_an_error(string text, int line)
    {
        var error = Should.Throw<SlipwayException>(() => Notes(text, "1.2.3"));

        error.Message.ShouldBe("The change log says nothing about 1.2.3.");
        error.Location.ShouldBe(new SourceLocation("CHANGELOG.md", line));
    }

    [Fact]
    public void Notes_beyond_the_limit_are_cut_at_a_line_with_a_link()
    {
        var notes = string.Concat(Enumerable.Range(0, 1000).Select(i => $"- line {i}\n"));

        var cut = Slipway.Messages.Excerpt.Within(notes, 500, new Uri("https://localhost/log"));

        cut.Length.ShouldBeLessThanOrEqualTo(500);
        cut.ShouldEndWith("\n\n… [the rest](https://localhost/log)\n");
        notes.ShouldStartWith(cut[..cut.IndexOf("\n\n…", StringComparison.Ordinal)]);
        Slipway.Messages.Excerpt.Within("short\n", 500, new Uri("https://localhost/log")).ShouldBe("short\n");
    }

    private static string Notes(string text, string version) => Changelog.NotesFor(SemVersion.Parse(version), text, "CHANGELOG.md", "caro");
}
