using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>A page of sections, which needs no other file.</summary>
internal static class HtmlPage
{
    /// <param name="label">What the list of links to the sections is, for those who cannot see it.</param>
    public static string Write(string title, XElement header, string label, IReadOnlyList<XElement> sections) => HtmlRenderer.Render(Tag.Of(
        "html",
        Tag.Attribute("lang", "en"),
        Head(title),
        Tag.Of("body", header, Links(label, sections), Tag.Of("main", sections.ToArray<object?>()))));

    private static XElement Head(string headline) => Tag.Of(
        "head",
        new XElement("meta", Tag.Attribute("charset", "utf-8")),
        new XElement("meta", Tag.Attribute("http-equiv", "Content-Security-Policy"), Tag.Attribute("content", Policy())),
        new XElement("meta", Tag.Attribute("name", "viewport"), Tag.Attribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", Tag.Attribute("name", "color-scheme"), Tag.Attribute("content", "light dark")),
        // Browsers ask for an icon unless there is one.
        new XElement("link", Tag.Attribute("rel", "icon"), Tag.Attribute("href", "data:,")),
        Tag.Of("title", headline),
        Tag.Of("style", StyleSheet.Text));

    // No attribute may style anything, so no text that slips through could.
    private static string Policy()
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleSheet.Text)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static XElement Links(string label, IReadOnlyList<XElement> sections) => Tag.Of(
        "nav",
        Tag.Attribute("aria-label", label),
        Tag.Of("ul", sections.Select(section => Tag.Of(
            "li",
            Tag.Of("a", Tag.Attribute("href", "#" + section.Attribute("id")!.Value), section.Element("h2")!.Value)))));
}
