using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;
using Slipway.Manifest;

namespace Slipway.Rehearsal.Page;

/// <summary>The release as its users would see it, on one page that needs no other file, no network and no script.</summary>
public static class RehearsalPage
{
    public const string FileName = "rehearsal.html";

    public static string Write(RehearsalContent content)
    {
        var manifest = content.Manifest;
        var bad = content.Checks.Count(check => !check.IsGood);
        var headline = bad == 0
            ? $"{manifest.Name} {manifest.ReleaseVersion} works for its users"
            : $"{manifest.Name} {manifest.ReleaseVersion} does not work for its users";
        var header = Tag.Styled(
            "header",
            bad == 0 ? "good" : "bad",
            Tag.Of("h1", Tag.Sign(bad == 0 ? "✔" : "✘"), " " + headline),
            Tag.Of("p", $"A rehearsal of {manifest.Tag} of {manifest.Commit[..Math.Min(12, manifest.Commit.Length)]}{(manifest.Prerelease ? ", a prerelease" : "")}, against servers on one machine: nothing is public."),
            Tag.Of("p", "Users would find it at ", Tag.Code(content.Address.ToString())));
        XElement?[] sections =
        [
            Section.Of("tried", "Tried as a user", Checks(content)),
            Section.Of("notes", "Notes", NotesText.Of(manifest.Notes)),
            Section.Of("files", "Files", Files(manifest.Assets)),
            Section.Of("checksums", "Checksums and signature", Tag.Of("pre", content.Sums), Tag.Of("pre", content.Signature)),
            Section.Of("crates", "Crates", Crates(manifest)),
            AnnouncementView.Of(content.Messages, content.Mails),
            Timeline.Of(content.Calls),
        ];
        return HtmlPage.Write(headline, header, "Parts of the rehearsal", [.. sections.OfType<XElement>()]);
    }

    private static XElement Checks(RehearsalContent content) => Table.Of(
        "gates",
        Tag.Of("caption", $"{content.Checks.Count(check => check.IsGood)} of {content.Checks.Length} went well"),
        Tag.Of("thead", Tag.Of("tr", Column("What"), Column("Verdict"), Column("Detail"))),
        Tag.Of("tbody", content.Checks.Select(check => Tag.Styled(
            "tr",
            check.IsGood ? "passed" : "failed",
            Row(check.Name),
            Tag.Styled("td", check.IsGood ? "verdict good" : "verdict bad", Tag.Sign(check.IsGood ? "✔" : "✘"), check.IsGood ? " good" : " bad"),
            Tag.Of("td", check.Detail, check.Fix is null ? null : Tag.Styled("div", "help", check.Fix))))));

    private static XElement Files(IReadOnlyList<Asset> assets) => Table.Of(
        "gates",
        Tag.Of("caption", $"{assets.Count} {(assets.Count == 1 ? "file" : "files")}, {Bytes(assets.Sum(asset => asset.Size))} bytes"),
        Tag.Of("thead", Tag.Of("tr", Column("File"), Column("Bytes"), Column("SHA-256"))),
        Tag.Of("tbody", assets.Select(asset => Tag.Of("tr", Row(asset.Name), Tag.Of("td", Bytes(asset.Size)), Tag.Of("td", Tag.Code(asset.Sha256))))));

    private static XElement Crates(ReleaseManifest manifest) => Tag.Of(
        "ul",
        manifest.Crates.Select(crate => Tag.Of("li", Tag.Code($"{crate.Name} {crate.Version}"), crate.Sha256 is null ? null : " sha256 ", crate.Sha256 is null ? null : Tag.Code(crate.Sha256))));

    internal static XElement Column(string text) => Tag.Of("th", Tag.Attribute("scope", "col"), text);

    private static XElement Row(string text) => Tag.Of("th", Tag.Attribute("scope", "row"), text);

    private static string Bytes(long size) => size.ToString("#,0", CultureInfo.InvariantCulture);
}
