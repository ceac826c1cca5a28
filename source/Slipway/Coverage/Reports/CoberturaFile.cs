using System.Globalization;
using System.Text;
using System.Xml;

namespace Slipway.Coverage.Reports;

/// <summary>The format of Cobertura, which CI servers read: a package is a folder, a class is a file.</summary>
public static class CoberturaFile
{
    private const string Definition = "http://cobertura.sourceforge.net/xml/coverage-04.dtd";

    /// <param name="source">The folder to which the paths are relative.</param>
    public static string Write(CoverageData data, string source, DateTimeOffset at)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings))
        {
            writer.WriteDocType("coverage", null, Definition, null);
            writer.WriteStartElement("coverage");
            WriteRate(writer, data.Lines);
            writer.WriteAttributeString("lines-covered", Number(data.Lines.Covered));
            writer.WriteAttributeString("lines-valid", Number(data.Lines.Total));
            writer.WriteAttributeString("branches-covered", "0");
            writer.WriteAttributeString("branches-valid", "0");
            writer.WriteAttributeString("complexity", "0");
            writer.WriteAttributeString("version", "1");
            writer.WriteAttributeString("timestamp", Number(at.ToUnixTimeMilliseconds()));
            writer.WriteStartElement("sources");
            writer.WriteElementString("source", source);
            writer.WriteEndElement();
            writer.WriteStartElement("packages");
            foreach (var folder in data.Files.GroupBy(file => FolderOf(file.Path)).OrderBy(folder => folder.Key, StringComparer.Ordinal))
                WritePackage(writer, folder.Key, [.. folder]);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WritePackage(XmlWriter writer, string folder, IReadOnlyList<FileCoverage> files)
    {
        writer.WriteStartElement("package");
        writer.WriteAttributeString("name", PlainText.Of(folder).Replace('/', '.'));
        WriteRate(writer, Tally.Sum(files.Select(file => file.LineTally)));
        writer.WriteAttributeString("complexity", "0");
        writer.WriteStartElement("classes");
        foreach (var file in files)
            WriteClass(writer, file);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteClass(XmlWriter writer, FileCoverage file)
    {
        writer.WriteStartElement("class");
        writer.WriteAttributeString("name", PlainText.Of(Path.GetFileNameWithoutExtension(file.Path)));
        writer.WriteAttributeString("filename", PlainText.Of(file.Path));
        WriteRate(writer, file.LineTally);
        writer.WriteAttributeString("complexity", "0");
        writer.WriteStartElement("methods");
        foreach (var function in CodeSpan.InOrder(file.Functions.Keys))
        {
            var count = file.Functions[function];
            writer.WriteStartElement("method");
            writer.WriteAttributeString("name", FunctionName.Of(function));
            writer.WriteAttributeString("signature", "");
            WriteRate(writer, new Tally(count > 0 ? 1 : 0, 1));
            writer.WriteAttributeString("complexity", "0");
            WriteLines(writer, [KeyValuePair.Create(function.Line, count)]);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        WriteLines(writer, file.Lines.OrderBy(line => line.Key));
        writer.WriteEndElement();
    }

    private static void WriteLines(XmlWriter writer, IEnumerable<KeyValuePair<int, long>> lines)
    {
        writer.WriteStartElement("lines");
        foreach (var (line, count) in lines)
        {
            writer.WriteStartElement("line");
            writer.WriteAttributeString("number", Number(line));
            writer.WriteAttributeString("hits", Number(count));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // Branches are not measured: of none, all are taken.
    private static void WriteRate(XmlWriter writer, Tally tally)
    {
        writer.WriteAttributeString("line-rate", tally.Total == 0 ? "1" : ((double)tally.Covered / tally.Total).ToString("0.######", CultureInfo.InvariantCulture));
        writer.WriteAttributeString("branch-rate", "1");
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
