using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Nuke.Common.IO;

/// <summary>Reads and changes single values of XML files, found by XPath.</summary>
public static class XmlTasks
{
    /// <summary>The values of all elements and attributes found.</summary>
    public static IEnumerable<string> XmlPeek(string xmlFile, string xpath, params (string prefix, string uri)[] namespaces) =>
        Find(Load(xmlFile), xpath, namespaces).Select(x => x is XAttribute attribute ? attribute.Value : ((XElement)x).Value);

    /// <summary>The value of the only element or attribute found; null if there is none.</summary>
    public static string XmlPeekSingle(string xmlFile, string xpath, params (string prefix, string uri)[] namespaces)
    {
        var values = XmlPeek(xmlFile, xpath, namespaces).Take(2).ToList();
        Assert.True(values.Count < 2, $"'{xpath}' finds more than one value in '{xmlFile}'");
        return values.FirstOrDefault()!;
    }

    /// <summary>The elements found.</summary>
    public static IEnumerable<XElement> XmlPeekElements(string xmlFile, string xpath, params (string prefix, string uri)[] namespaces) =>
        Find(Load(xmlFile), xpath, namespaces).OfType<XElement>();

    /// <summary>Sets the value of the only element or attribute found.</summary>
    public static void XmlPoke(string xmlFile, string xpath, object? value, params (string prefix, string uri)[] namespaces) =>
        XmlPoke(xmlFile, xpath, value, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), namespaces);

    /// <summary>Sets the value of the only element or attribute found, and writes the file in the given encoding.</summary>
    public static void XmlPoke(
        string xmlFile,
        string xpath,
        object? value,
        Encoding encoding,
        params (string prefix, string uri)[] namespaces)
    {
        var document = Load(xmlFile);
        var found = Find(document, xpath, namespaces).Take(2).ToList();
        Assert.True(found.Count == 1, $"'{xpath}' must find exactly one value in '{xmlFile}', but finds {(found.Count == 0 ? "none" : "more")}");

        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        if (found[0] is XAttribute attribute)
            attribute.Value = text;
        else
            ((XElement)found[0]).Value = text;

        var settings = new XmlWriterSettings { Encoding = encoding, NewLineChars = "\n", OmitXmlDeclaration = document.Declaration is null };
        using var writer = XmlWriter.Create(xmlFile, settings);
        document.Save(writer);
    }

    private static XDocument Load(string xmlFile) => XDocument.Load(xmlFile, LoadOptions.PreserveWhitespace);

    private static IEnumerable<XObject> Find(XDocument document, string xpath, (string Prefix, string Uri)[] namespaces)
    {
        var manager = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in namespaces)
            manager.AddNamespace(prefix, uri);
        return ((IEnumerable<object>)document.XPathEvaluate(xpath, manager)).OfType<XObject>().Where(x => x is XAttribute or XElement);
    }
}
