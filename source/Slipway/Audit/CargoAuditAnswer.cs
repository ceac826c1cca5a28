using System.Text.Json;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Versions;

namespace Slipway.Audit;

/// <summary>What <c>cargo audit --json</c> says of a lock file.</summary>
/// <param name="Ignored">What its own configuration kept it from saying.</param>
public sealed record CargoAuditAnswer(IReadOnlyList<AuditHit> Hits, IReadOnlyList<string> Ignored)
{
    private const string Hint = "Run `cargo audit --json` to see what it writes, or take cargo-audit off PATH: the database is then read without it.";

    /// <exception cref="SlipwayException">It is cut off, or of another shape.</exception>
    internal static CargoAuditAnswer Parse(string text, LockFile file)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var packages = file.Packages.ToLookup(package => (package.Name, package.Version));
            var hits = root.GetProperty("vulnerabilities").GetProperty("list").EnumerateArray().Select(item => Hit(item, packages)).ToList();
            if (root.GetProperty("vulnerabilities").GetProperty("count").GetInt32() != hits.Count)
                throw new FormatException("the number of vulnerabilities is not that of the list");
            foreach (var kind in root.GetProperty("warnings").EnumerateObject())
                hits.AddRange(kind.Value.EnumerateArray().Select(item => Hit(item, packages)));
            return new CargoAuditAnswer(hits, Ignore(root));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SlipwayException(ErrorKind.Environment, $"What cargo-audit writes cannot be read: {exception.Message.TrimEnd('.')}.", Hint, cause: exception);
        }
    }

    private static List<string> Ignore(JsonElement root) =>
        root.TryGetProperty("settings", out var settings) && settings.TryGetProperty("ignore", out var ignore) ? Texts(ignore) : [];

    private static AuditHit Hit(JsonElement item, ILookup<(string, CrateVersion), LockPackage> packages)
    {
        var found = item.GetProperty("package");
        var (name, version) = (Text(found, "name"), CrateVersion.Parse(Text(found, "version")));
        var package = packages[(name, version)].FirstOrDefault(package => package.IsThirdParty)
            ?? throw new FormatException($"{name} {version} is not in {LockFile.Name}");
        if (!item.TryGetProperty("advisory", out var advisory) || advisory.ValueKind == JsonValueKind.Null)
            return new AuditHit(package, AdvisoryKind.Yanked, null);
        var read = Read(advisory, item.GetProperty("versions"));
        return new AuditHit(package, read.Kind, read);
    }

    private static Advisory Read(JsonElement advisory, JsonElement versions)
    {
        var id = Text(advisory, "id");
        var read = new Advisory(
            id,
            Text(advisory, "package"),
            Optional(advisory, "informational") switch
            {
                null => AdvisoryKind.Vulnerability,
                "unsound" => AdvisoryKind.Unsound,
                "unmaintained" => AdvisoryKind.Unmaintained,
                _ => AdvisoryKind.Notice,
            },
            Text(advisory, "title"),
            Advisory.LinkTo(id),
            Optional(advisory, "cvss"),
            Texts(advisory.GetProperty("categories")).Contains("malicious"),
            Texts(advisory.GetProperty("aliases")),
            Texts(versions.GetProperty("patched")),
            Texts(versions.GetProperty("unaffected")));
        // Here, and not when the gate asks for what mends it.
        _ = read.PatchedRanges;
        return read;
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing");

    private static string? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement element) =>
        [.. element.EnumerateArray().Select(item => item.GetString() ?? throw new FormatException("a text is missing"))];
}
