using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Tests.Packaging;

public class ClosedWorldTests
{
    private static readonly Asset Archive = new("a.tar.gz", AssetKind.Archive, "t", 1, new string('a', 64));
    private static readonly Asset Sum = new("a.tar.gz.sha256", AssetKind.Checksum, "t", 1, new string('b', 64));
    private static readonly Asset Sums = new("SHA256SUMS", AssetKind.Checksums, null, 1, new string('c', 64));
    private static readonly Asset Signature = new("SHA256SUMS.asc", AssetKind.Signature, null, 1, new string('d', 64));

    [Fact]
    public void A_release_that_is_whole_has_no_problem() => Check([Archive, Sum, Sums, Signature]).ShouldBeEmpty();

    [Fact]
    public void What_is_not_in_the_manifest_cannot_be_uploaded() =>
        Check([Archive, Sum, Sums, Signature], more: "notes.txt").ShouldBe(["notes.txt is in no list"]);

    [Fact]
    public void What_is_in_the_manifest_and_not_there_is_missed() =>
        ClosedWorld.Check([Archive, Sum, Sums, Signature], ["a.tar.gz", "SHA256SUMS", "SHA256SUMS.asc"], Digests(), mustSign: true).ShouldBe(["a.tar.gz.sha256 is missing"]);

    [Fact]
    public void An_archive_without_a_checksum_is_refused() =>
        ClosedWorld.Check([Archive, Sum, Sums, Signature], Names([Archive, Sum, Sums, Signature]), new Dictionary<string, string>(), mustSign: true).ShouldBe(["a.tar.gz has no checksum"]);

    [Fact]
    public void A_checksum_of_something_else_is_refused() => ClosedWorld.Check(
            [Archive, Sum, Sums, Signature],
            Names([Archive, Sum, Sums, Signature]),
            new Dictionary<string, string> { ["a.tar.gz"] = new('f', 64), ["old.tar.gz"] = new('f', 64) },
            mustSign: true)
        .ShouldBe(["SHA256SUMS names old.tar.gz, which is not there", "a.tar.gz is not what its checksum says"]);

    [Fact]
    public void Without_a_signature_nothing_goes_out_unless_the_build_says_so()
    {
        Check([Archive, Sum, Sums]).ShouldBe(["SHA256SUMS is not signed"]);
        ClosedWorld.Check([Archive, Sum, Sums], Names([Archive, Sum, Sums]), Digests(), mustSign: false).ShouldBeEmpty();
    }

    [Fact]
    public void A_release_without_an_archive_is_none() => ClosedWorld.Check([], [], new Dictionary<string, string>(), mustSign: true)
        .ShouldBe(["SHA256SUMS is missing", "SHA256SUMS is not signed", "there is no archive"]);

    [Fact]
    public void A_manifest_is_read_as_it_was_written_and_refused_when_it_is_not_whole()
    {
        var manifest = new ReleaseManifest(ReleaseManifest.CurrentVersion, "tool", "1.2.3", "v1.2.3", new string('0', 40), false, "### Added\n", [Archive, Sums], [new ReleaseCrate("tool", "1.2.3", new string('e', 64))]);
        var json = manifest.ToJson();

        ReleaseManifest.Read(json, "manifest.json").ToJson().ShouldBe(json);
        json.ShouldContain("\"kind\": \"Archive\"");
        var error = Should.Throw<SlipwayException>(() => ReleaseManifest.Read(json.Replace("\"tag\": \"v1.2.3\",", "", StringComparison.Ordinal), "manifest.json"));
        error.Message.ShouldStartWith("The manifest of the release cannot be read: ");
        error.Location!.File.ShouldBe("manifest.json");
        Should.Throw<SlipwayException>(() => ReleaseManifest.Read(json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), "manifest.json")).Message.ShouldContain("it has version 2");
    }

    private static IReadOnlyList<string> Check(IReadOnlyList<Asset> assets, string? more = null) =>
        ClosedWorld.Check(assets, more is null ? Names(assets) : [.. Names(assets), more], Digests(), mustSign: true);

    private static List<string> Names(IEnumerable<Asset> assets) => [.. assets.Select(asset => asset.Name)];

    private static Dictionary<string, string> Digests() => new() { [Archive.Name] = Archive.Sha256 };
}
