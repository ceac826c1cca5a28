using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Packaging;

/// <summary>A bill of materials in CycloneDX 1.6 (ECMA-424), the same for the same commit.</summary>
internal static class CycloneDx
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="root">The package that the document is about.</param>
    /// <param name="components">All crates that it needs, and those that they need.</param>
    /// <param name="time">The commit's.</param>
    public static string Write(SbomComponent root, IEnumerable<SbomComponent> components, DateTimeOffset time)
    {
        var sorted = components.OrderBy(component => component.Id, StringComparer.Ordinal).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{SerialOf(root, sorted, time)}");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteString("timestamp", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteTool(json);
            json.WritePropertyName("component");
            WriteComponent(json, root, "application");
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (var component in sorted)
                WriteComponent(json, component, "library");
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            foreach (var component in sorted.Append(root).OrderBy(component => component.Id, StringComparer.Ordinal))
                WriteDependencies(json, component);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", "slipway");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, SbomComponent component, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("bom-ref", component.Id);
        json.WriteString("name", component.Name);
        json.WriteString("version", component.Version);
        if (component.Licence is not null)
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            // Older crates write a slash for OR, which SPDX does not know.
            json.WriteString("expression", component.Licence.Replace("/", " OR ", StringComparison.Ordinal));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteString("purl", component.Id);
        if (component.Repository is not null)
        {
            json.WriteStartArray("externalReferences");
            json.WriteStartObject();
            json.WriteString("type", "vcs");
            json.WriteString("url", component.Repository);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteDependencies(Utf8JsonWriter json, SbomComponent component)
    {
        json.WriteStartObject();
        json.WriteString("ref", component.Id);
        json.WriteStartArray("dependsOn");
        foreach (var id in component.Needs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A number that says the same of the same content, marked as such: version 8 of RFC 9562.
    private static Guid SerialOf(SbomComponent root, IEnumerable<SbomComponent> components, DateTimeOffset time)
    {
        var text = string.Join('\n', components.Prepend(root).Select(component => $"{component.Id} {string.Join(' ', component.Needs)}").Append($"{time.ToUnixTimeSeconds()}"));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
