using Nuke.Common.ChangeLog;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Embedded.Tests.IO;

namespace Nuke.Embedded.Tests.ChangeLog;

public class ChangelogTests : TemporaryFolder
{
    private const string Sample =
        """
        # Changelog

        ## [Unreleased]

        ### Added

        - `caro rules`, a list; of rules

        ```
        ## no heading
        ```

        ## [1.1.0] - 2026-01-31

        * Faster

        ## v1.0.0

        First

        [Unreleased]: https://github.com/owner/name/compare/v1.1.0...HEAD
        [1.1.0]: https://github.com/owner/name/compare/v1.0.0...v1.1.0
        """;

    private static readonly GitRepository Repository = GitRepository.FromUrl("https://github.com/owner/name", "main");

    private AbsolutePath File => Root / "CHANGELOG.md";

    [Fact]
    public void A_change_log_has_releases_and_what_is_not_released_yet()
    {
        var changeLog = ChangelogTasks.ReadChangelog(Write(Sample));
        changeLog.Path.ShouldBe(File);
        changeLog.Unreleased.Notes.ShouldBe(["### Added", "", "- `caro rules`, a list; of rules", "", "```", "## no heading", "```"]);
        changeLog.ReleaseNotes.Select(x => x.Notes[0]).ShouldBe(["* Faster", "First"]);
        changeLog.ReleaseNotes[0].StartIndex.ShouldBe(12);
        changeLog.ReleaseNotes[1].EndIndex.ShouldBe(18);
        ChangelogTasks.ReadReleaseNotes(File).Select(x => x.Unreleased).ShouldBe([true, false, false]);
    }

    [Theory]
    [InlineData("1.1.0", "* Faster")]
    [InlineData("v1.1.0", "* Faster")]
    [InlineData("1.0.0", "First")]
    [InlineData("v1.0.0", "First")]
    public void Notes_of_a_release_are_found_by_its_tag(string tag, string expected)
        => ChangelogTasks.ExtractChangelogSectionNotes(Write(Sample), tag).ShouldBe([expected]);

    [Fact]
    public void Without_a_tag_the_first_notes_are_taken()
    {
        ChangelogTasks.ExtractChangelogSectionNotes(Write(Sample)).First().ShouldBe("### Added");
        ChangelogTasks.ExtractChangelogSectionNotes(Write("## [Unreleased]\n\n## [1.0.0]\nFirst\n")).ShouldBe(["First"]);
    }

    [Fact]
    public void An_unknown_tag_is_an_error_that_lists_the_known_ones()
        => Should.Throw<ArgumentException>(() => ChangelogTasks.ExtractChangelogSectionNotes(Write(Sample), "3.0.0"))
            .Message.ShouldBe($"The change log '{File}' has no section '3.0.0', but Unreleased, 1.1.0, v1.0.0");

    [Fact]
    public void A_file_without_sections_is_an_error()
        => Should.Throw<Exception>(() => ChangelogTasks.ReadChangelog(Write("# Changelog\n"))).Message.ShouldContain("has no section");

    [Fact]
    public void A_missing_file_is_an_error()
        => Should.Throw<ArgumentException>(() => ChangelogTasks.ReadChangelog(File)).Message.ShouldBe($"The change log '{File}' does not exist");

    [Fact]
    public void Notes_for_NuGet_are_free_of_what_its_property_cannot_hold()
    {
        Write("## Unreleased\n- `a`, b; c\n");
        ChangelogTasks.GetNuGetReleaseNotes(File).ShouldBe("• a%2C b%3B c");
        ChangelogTasks.GetNuGetReleaseNotes(File, GitRepository.FromUrl("https://example.org/a/b")).ShouldBe("• a%2C b%3B c");
    }

    [Fact]
    public void Notes_for_NuGet_lead_to_the_whole_log_on_GitHub()
    {
        (Root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main");
        (Root / ".git" / "config").WriteAllText("[remote \"origin\"]\n\turl = git@github.com:owner/name.git\n");
        ChangelogTasks.GetNuGetReleaseNotes(Write("## Unreleased\n- a\n"), GitRepository.FromLocalDirectory(Root))
            .ShouldBe("• a\n\nFull changelog at https://github.com/owner/name/blob/main/CHANGELOG.md");
    }

    [Fact]
    public void What_is_not_released_becomes_a_release()
    {
        ChangelogFinalization.Write(ChangelogTasks.ReadChangelog(Write(Sample)), "1.2.0", Repository, new Clock());
        var text = File.ReadAllText();
        text.ShouldStartWith("# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-02-03\n\n### Added\n");
        text.ShouldEndWith(
            """
            First

            [Unreleased]: https://github.com/owner/name/compare/v1.2.0...HEAD
            [1.2.0]: https://github.com/owner/name/compare/v1.1.0...v1.2.0
            [1.1.0]: https://github.com/owner/name/compare/v1.0.0...v1.1.0

            """);
        var changeLog = ChangelogTasks.ReadChangelog(File);
        changeLog.Unreleased.Notes.ShouldBeEmpty();
        changeLog.ReleaseNotes.Count.ShouldBe(3);
    }

    [Fact]
    public void The_first_release_has_nothing_to_be_compared_with()
    {
        ChangelogFinalization.Write(ChangelogTasks.ReadChangelog(Write("## [vNext]\n- All\n")), "1.0.0", Repository, new Clock());
        File.ReadAllText().ShouldBe(
            """
            ## [vNext]

            ## [1.0.0] - 2026-02-03
            - All

            [vNext]: https://github.com/owner/name/compare/1.0.0...HEAD
            [1.0.0]: https://github.com/owner/name/tree/1.0.0

            """);
    }

    [Theory]
    [InlineData("## [1.0.0]\n- a\n", "has no section '## [Unreleased]'")]
    [InlineData("## [Unreleased]\n\n## [1.0.0]\n- a\n", "there is nothing to release")]
    [InlineData("## [Unreleased]\n- b\n\n## [2.0.0]\n- a\n", "has a section '2.0.0' already")]
    public void A_release_that_cannot_be_made_changes_nothing(string text, string reason)
    {
        Write(text);
        Should.Throw<Exception>(() => ChangelogTasks.FinalizeChangelog(File, "2.0.0")).Message.ShouldContain(reason);
        File.ReadAllText().ShouldBe(text);
    }

    private string Write(string text)
    {
        File.WriteAllText(text);
        return File;
    }

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
