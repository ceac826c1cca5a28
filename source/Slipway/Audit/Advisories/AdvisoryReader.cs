using Slipway.Audit.Versions;
using Slipway.Toml;

namespace Slipway.Audit.Advisories;

/// <summary>Reads advisories: Markdown whose first block is TOML.</summary>
internal static class AdvisoryReader
{
    private const string Opening = "```toml";
    private const string Closing = "```";
    private const string Hint = "Fetch the database anew, or use another commit of it: --advisory-db.";

    /// <summary>Null when the advisory was withdrawn.</summary>
    /// <exception cref="SlipwayException">It is no advisory.</exception>
    public static Advisory? Read(string text, string path)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.TrimEnd() == Opening);
        var end = start < 0 ? -1 : Array.FindIndex(lines, start + 1, line => line.TrimEnd() == Closing);
        if (end < 0)
            throw Broken(path, null, "it has no block of TOML in front");
        var file = TomlFile.Parse(string.Join('\n', lines[(start + 1)..end]), path, start + 2, Hint);
        var title = lines.Skip(end).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
        return Read(file, title);
    }

    private static Advisory? Read(TomlFile file, string? title)
    {
        var advisory = file.Group(file.Root, "advisory") ?? throw Broken(file.Path, null, "it has no table 'advisory'");
        if (file.OptionalText(advisory, "withdrawn") is not null)
            return null;
        var id = file.Text(advisory, "id");
        var versions = file.Group(file.Root, "versions");
        return new Advisory(
            id,
            file.Text(advisory, "package"),
            KindOf(file, advisory),
            title ?? file.OptionalText(advisory, "title") ?? id,
            Advisory.LinkTo(id),
            file.OptionalText(advisory, "cvss"),
            file.Texts(advisory, "categories").Any(category => category.Value == "malicious"),
            [.. file.Texts(advisory, "aliases").Select(alias => alias.Value)],
            Ranges(file, versions, "patched"),
            Ranges(file, versions, "unaffected"));
    }

    private static AdvisoryKind KindOf(TomlFile file, TomlGroup advisory) => file.OptionalText(advisory, "informational") switch
    {
        null => AdvisoryKind.Vulnerability,
        "unsound" => AdvisoryKind.Unsound,
        "unmaintained" => AdvisoryKind.Unmaintained,
        _ => AdvisoryKind.Notice,
    };

    private static List<string> Ranges(TomlFile file, TomlGroup? versions, string key)
    {
        var ranges = new List<string>();
        foreach (var text in versions is null ? [] : file.Texts(versions, key))
        {
            try
            {
                ranges.Add(VersionRange.Parse(text.Value).Text);
            }
            catch (FormatException exception)
            {
                throw Broken(file.Path, file.LocationOf(text), exception.Message);
            }
        }

        return ranges;
    }

    private static SlipwayException Broken(string path, SourceLocation? location, string message) => new(
        ErrorKind.Environment,
        $"{Path.GetFileName(path)} is no advisory: {message}.",
        Hint,
        location ?? new SourceLocation(path));
}
