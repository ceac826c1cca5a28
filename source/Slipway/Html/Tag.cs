using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>The parts of a page, as a tree: only the renderer makes text of it, and escapes.</summary>
internal static class Tag
{
    public static XElement Of(string name, params object?[] content) => new(name, content);

    /// <param name="style">What the style sheet knows it by.</param>
    public static XElement Styled(string name, string style, params object?[] content) => new(name, new XAttribute("class", style), content);

    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>A sign for the eye; what it means stands beside it as text.</summary>
    public static XElement Sign(string sign) => Styled("span", "sign", Attribute("aria-hidden", "true"), sign);

    public static XElement Code(string text) => Of("code", text);
}
