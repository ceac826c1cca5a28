using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Audit.Versions;
using Slipway.Toml;

namespace Slipway.Audit.Policies;

internal sealed partial class PolicyReader(TomlFile file)
{
    private readonly List<(string Key, SourceLocation Location)> _unknown = [];

    public IReadOnlyList<(string Key, SourceLocation Location)> Unknown => _unknown;

    public AuditPolicy Read()
    {
        var policy = AuditPolicy.Default;
        foreach (var (name, node) in file.Root.Entries)
        {
            policy = (name, node) switch
            {
                ("advisories", TomlGroup group) => policy with { Ignored = [.. Known(group, name, "ignore") ? file.Items(group, "ignore").Select(Ignore) : []] },
                ("licenses", TomlGroup group) => policy with { Licences = Licences(group) },
                ("bans", TomlGroup group) => Bans(policy, group),
                ("sources", TomlGroup group) => policy with { Sources = Sources(group) },
                _ => NotUsed(policy, name, node),
            };
        }

        return policy;
    }

    private IgnoredAdvisory Ignore(TomlNode node) => node switch
    {
        TomlText text => new IgnoredAdvisory(text.Value, null, null, file.LocationOf(node)),
        TomlGroup group when Known(group, "advisories.ignore", "id", "reason") =>
            new IgnoredAdvisory(file.Text(group, "id"), file.OptionalText(group, "reason"), Until(file.OptionalText(group, "reason")), file.LocationOf(node)),
        _ => throw file.Error(node, "an ignored advisory is neither an id nor a table with an id"),
    };

    // The files have no key for the day on which it counts again.
    private static DateOnly? Until(string? reason) =>
        reason is not null && UntilDay().Match(reason) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private LicencePolicy? Licences(TomlGroup group)
    {
        Known(group, "licenses", "allow", "exceptions");
        var exceptions = file.Items(group, "exceptions").Select(node => node is TomlGroup entry
            ? new CrateLicences(Crate(entry).Name, Texts(entry, "allow"))
            : throw file.Error(node, "an exception is no table"));
        return group["allow"] is null && group["exceptions"] is null ? null : new LicencePolicy(Texts(group, "allow"), [.. exceptions]);
    }

    private AuditPolicy Bans(AuditPolicy policy, TomlGroup group)
    {
        Known(group, "bans", "deny", "multiple-versions");
        return policy with { Banned = [.. file.Items(group, "deny").Select(Ban)], MultipleVersions = Action(group, "multiple-versions", AuditAction.Allow) };
    }

    private BannedCrate Ban(TomlNode node)
    {
        switch (node)
        {
            case TomlText text:
                return Spec(text, text.Value);
            case TomlGroup group:
                Known(group, "bans.deny", "crate", "name", "version", "reason");
                return Crate(group) with { Reason = file.OptionalText(group, "reason") };
            default:
                throw file.Error(node, "a banned crate is neither a name nor a table with one");
        }
    }

    private SourcePolicy Sources(TomlGroup group)
    {
        Known(group, "sources", "unknown-registry", "unknown-git", "allow-registry", "allow-git");
        // What cargo-deny takes when the file does not say.
        return new SourcePolicy(
            Texts(group, "allow-registry"),
            Texts(group, "allow-git"),
            Action(group, "unknown-registry", AuditAction.Warn),
            Action(group, "unknown-git", AuditAction.Warn));
    }

    private BannedCrate Crate(TomlGroup group)
    {
        if (group["crate"] is TomlText text)
            return Spec(text, text.Value);
        var name = file.Text(group, "name");
        return group["version"] is TomlText version ? new BannedCrate(name, Range(version, version.Value)) : new BannedCrate(name);
    }

    // "name", "name@requirement" or, as it was written once, "name:requirement".
    private BannedCrate Spec(TomlNode node, string text) => text.Split(['@', ':'], 2) is [var name, var range]
        ? new BannedCrate(name, Range(node, char.IsAsciiDigit(range.FirstOrDefault()) && range.Count(c => c == '.') == 2 ? $"={range}" : range))
        : new BannedCrate(text);

    private VersionRange Range(TomlNode node, string text)
    {
        try
        {
            return VersionRange.Parse(text);
        }
        catch (FormatException exception)
        {
            throw file.Error(node, exception.Message);
        }
    }

    private AuditAction Action(TomlGroup group, string key, AuditAction otherwise) => group[key] switch
    {
        null => otherwise,
        TomlText { Value: "allow" } => AuditAction.Allow,
        TomlText { Value: "warn" } => AuditAction.Warn,
        TomlText { Value: "deny" } => AuditAction.Fail,
        var other => throw file.Error(other, $"'{key}' is not allow, warn or deny"),
    };

    private List<string> Texts(TomlGroup group, string key) => [.. file.Texts(group, key).Select(text => text.Value)];

    /// <summary>Keeps in mind what is not among the keys; true, for use in conditions.</summary>
    private bool Known(TomlGroup group, string name, params string[] keys)
    {
        foreach (var (key, node) in group.Entries.Where(entry => !keys.Contains(entry.Key)))
            _unknown.Add(($"{name}.{key}", file.LocationOf(node)));
        return true;
    }

    private AuditPolicy NotUsed(AuditPolicy policy, string name, TomlNode node)
    {
        _unknown.Add((name, file.LocationOf(node)));
        return policy;
    }

    [GeneratedRegex(@"\buntil (\d{4}-\d{2}-\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UntilDay();
}
