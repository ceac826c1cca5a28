using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>Writes a gate's findings as SARIF 2.1.0, which GitHub's code scanning reads.</summary>
public static class Sarif
{
    // GitHub takes no more of one run.
    private const int MostResults = 25_000;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="severity">From 0.1 to 10.0, as GitHub counts it for all rules; null is no matter of security.</param>
    public static string Write(GateResult gate, string? severity = null) =>
        Write(gate, "slipway/v1", (_, isError) => isError && severity is not null ? new SarifRule("", Severity: double.Parse(severity, CultureInfo.InvariantCulture)) : null);

    /// <summary>The same with what is known of each rule; fingerprints are those of lines, as GitHub makes them itself where there are none.</summary>
    public static string Write(GateResult gate, IReadOnlyDictionary<string, SarifRule> rules) =>
        Write(gate, "primaryLocationLineHash", (rule, _) => rules.GetValueOrDefault(rule));

    private static string Write(GateResult gate, string fingerprint, Func<string, bool, SarifRule?> ruleOf)
    {
        var findings = gate.Findings.Take(MostResults).ToList();
        var rules = findings.Select(RuleOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, gate.Name, rules, findings, ruleOf);
            json.WriteStartArray("results");
            foreach (var finding in findings)
                WriteResult(json, finding, rules.IndexOf(RuleOf(finding)), fingerprint);
            json.WriteEndArray();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    // A rule is named for the gate where a finding has no code of its own.
    private static string RuleOf(Finding finding) => finding.Code ?? "general";

    private static void WriteTool(Utf8JsonWriter json, string gate, List<string> rules, List<Finding> findings, Func<string, bool, SarifRule?> ruleOf)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", $"Slipway {gate}");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            var first = findings.First(finding => RuleOf(finding) == rule);
            json.WriteStartObject();
            json.WriteString("id", rule);
            var known = ruleOf(rule, first.Severity == FindingSeverity.Error);
            WriteText(json, "shortDescription", known is { Description.Length: > 0 } ? known.Description : rule);
            if (known?.Link is { } link)
                json.WriteString("helpUri", link);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(first));
            json.WriteEndObject();
            if (known?.Severity is { } severity)
            {
                json.WriteStartObject("properties");
                json.WriteString("security-severity", severity.ToString("0.0", CultureInfo.InvariantCulture));
                json.WriteStartArray("tags");
                json.WriteStringValue("security");
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", RuleOf(finding));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(finding));
        WriteText(json, "message", finding.Help is null ? finding.Message : $"{finding.Message}\n{finding.Help}");
        if (finding.File is not null)
            WriteLocation(json, finding);
        if (finding.Fingerprint is not null)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString(fingerprint, finding.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', finding.File!.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        if (finding.Line is { } line)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            WriteNumber(json, "startColumn", finding.Column);
            WriteNumber(json, "endLine", finding.EndLine);
            WriteNumber(json, "endColumn", finding.EndColumn);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    private static string LevelOf(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
