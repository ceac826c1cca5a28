using System.Xml.Linq;

namespace Slipway.Html;

internal static class Section
{
    public static XElement Of(string id, string title, params object?[] content) => Tag.Of(
        "section",
        Tag.Attribute("id", id),
        Tag.Attribute("aria-labelledby", id + "-title"),
        Tag.Of("h2", Tag.Attribute("id", id + "-title"), title),
        content);
}
