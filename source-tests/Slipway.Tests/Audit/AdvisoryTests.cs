using CsCheck;
using Slipway.Audit.Advisories;
using Slipway.Audit.Scores;
using Slipway.Audit.Versions;
using Slipway.Tests.Fuzzing;

namespace Slipway.Tests.Audit;

public class AdvisoryTests
{
    private const string Path = "/db/crates/json/RUSTSEC-2026-0001.md";

    [Fact]
    public void An_advisory_is_its_first_block_and_its_heading()
    {
        var advisory = Crates.Read(Crates.Advisory(
            "RUSTSEC-2026-0001",
            "json",
            "categories = [\"memory-corruption\"]\naliases = [\"CVE-2026-1\"]\ncvss = \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"",
            "patched = [\"^1.2.4\", \">= 2.0.1\"]\nunaffected = [\"< 1.0.0\"]"));

        (advisory.Id, advisory.Package, advisory.Kind, advisory.Title).ShouldBe(("RUSTSEC-2026-0001", "json", AdvisoryKind.Vulnerability, "It overflows"));
        advisory.Link.ShouldBe("https://rustsec.org/advisories/RUSTSEC-2026-0001");
        (advisory.Severity, advisory.Score, advisory.Aliases.Single()).ShouldBe((Severity.Critical, 9.8m, "CVE-2026-1"));
        foreach (var affected in new[] { "1.0.0", "1.2.3", "1.2.4-rc.1", "2.0.0", "2.0.1-alpha" })
            advisory.Affects(CrateVersion.Parse(affected)).ShouldBeTrue(affected);
        foreach (var fine in new[] { "0.9.0", "1.2.4", "1.9.0", "2.0.1", "3.0.0" })
            advisory.Affects(CrateVersion.Parse(fine)).ShouldBeFalse(fine);
    }

    [Theory]
    [InlineData("", Severity.High)]
    [InlineData("cvss = \"CVSS:9.9/whatever\"", Severity.High)]
    [InlineData("categories = [\"malicious\"]", Severity.Critical)]
    [InlineData("categories = [\"malicious\"]\ncvss = \"CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N\"", Severity.Critical)]
    [InlineData("cvss = \"CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N\"", Severity.Low)]
    [InlineData("cvss = \"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N\"", Severity.Medium)]
    public void What_nobody_has_scored_is_high_and_what_is_malicious_critical(string more, Severity severity) =>
        Crates.Read(Crates.Advisory("RUSTSEC-2026-0001", "json", more)).Severity.ShouldBe(severity);

    [Theory]
    [InlineData("informational = \"unsound\"", AdvisoryKind.Unsound)]
    [InlineData("informational = \"unmaintained\"", AdvisoryKind.Unmaintained)]
    [InlineData("informational = \"notice\"", AdvisoryKind.Notice)]
    public void Some_are_for_information_only(string more, AdvisoryKind kind) =>
        Crates.Read(Crates.Advisory("RUSTSEC-2026-0001", "json", more)).Kind.ShouldBe(kind);

    [Fact]
    public void Without_versions_all_are_affected_and_one_that_was_withdrawn_is_none()
    {
        Crates.Read("```toml\n[advisory]\nid = \"RUSTSEC-2026-0001\"\npackage = \"json\"\n```\n\n# Gone\n").Affects(CrateVersion.Parse("99.0.0")).ShouldBeTrue();
        AdvisoryReader.Read(Crates.Advisory("RUSTSEC-2026-0001", "json", "withdrawn = \"2026-06-01\""), Path).ShouldBeNull();
    }

    [Theory]
    [InlineData("# Nothing\n", "it has no block of TOML in front", null)]
    [InlineData("```toml\n[advisory]\n", "it has no block of TOML in front", null)]
    [InlineData("```toml\n[versions]\n```\n", "it has no table 'advisory'", null)]
    [InlineData("```toml\n[advisory]\nid = \"X\"\n```\n", "'package' is missing", 3)]
    [InlineData("\n```toml\n[advisory]\nid = \n```\n", "it is not TOML", 4)]
    [InlineData("```toml\n[advisory]\nid = \"X\"\npackage = \"p\"\n[versions]\npatched = [\">> 1\"]\n```\n", "'>> 1' is no requirement", 6)]
    public void A_broken_one_is_one_error_with_its_place(string text, string message, int? line)
    {
        var error = Should.Throw<SlipwayException>(() => AdvisoryReader.Read(text, Path));

        error.Message.ShouldContain("RUSTSEC-2026-0001.md");
        error.Message.ShouldContain(message);
        error.Location.ShouldNotBeNull().Line.ShouldBe(line);
        error.Hint.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void However_one_is_damaged_it_is_read_or_one_error() => Mutation.Of(Crates.Advisory("RUSTSEC-2026-0001", "json", "aliases = [\"CVE-2026-1\"]", "patched = [\"^1.2.4\", \">= 2.0.1\"]")).Sample(
        damaged =>
        {
            try
            {
                AdvisoryReader.Read(damaged, Path)?.Affects(CrateVersion.Parse("1.2.3"));
            }
            catch (SlipwayException error)
            {
                error.Message.ShouldContain("RUSTSEC-2026-0001.md");
            }
        },
        iter: 10_000);
}
