using System.Text.Json;

namespace Slipway.Analysis.Alerts;

internal static class CodeScanningJson
{
    /// <summary>Null when the text is no list of alerts.</summary>
    public static IReadOnlyList<CodeScanningAlert>? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        // A property of another kind than expected is an invalid operation.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static CodeScanningAlert Read(JsonElement alert)
    {
        var rule = Inner(alert, "rule");
        var instance = Inner(alert, "most_recent_instance");
        var location = Inner(instance, "location");
        return new CodeScanningAlert(
            alert.TryGetProperty("number", out var number) ? number.GetInt64() : throw new JsonException("An alert has no number."),
            Text(rule, "id") ?? "codeql",
            Text(rule, "security_severity_level"),
            Text(Inner(instance, "message"), "text") ?? Text(rule, "description") ?? "an alert",
            Text(location, "path"),
            location.ValueKind == JsonValueKind.Object && location.TryGetProperty("start_line", out var line) ? line.GetInt32() : null,
            Text(alert, "html_url"));
    }

    private static JsonElement Inner(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? inner : default;

    private static string? Text(JsonElement element, string name) => Inner(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
