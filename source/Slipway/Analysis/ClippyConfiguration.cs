using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Analysis.Rules;
using Slipway.Cargo;
using Slipway.Toml;

namespace Slipway.Analysis;

/// <summary>A crate's own settings of clippy, to which the calls are added that the analysis looks for.</summary>
/// <param name="Source">The crate's file; null when it has none.</param>
/// <param name="Text">What clippy is to read; every line of the crate's is on the line it was, or <paramref name="Shift"/> below.</param>
internal sealed partial record ClippyConfiguration(string? Source, string Text, int Shift)
{
    private const string Key = "disallowed-methods";

    // In the order in which clippy looks.
    private static readonly string[] Names = [".clippy.toml", "clippy.toml"];

    /// <summary>The members of a workspace by the settings that are in force for them.</summary>
    /// <exception cref="SlipwayException">A file is no TOML.</exception>
    public static IReadOnlyList<(ClippyConfiguration Configuration, IReadOnlyList<CargoPackage> Members)> Of(CargoWorkspace workspace) =>
    [
        .. workspace.Packages
            .GroupBy(package => Find(Environment.GetEnvironmentVariable("CLIPPY_CONF_DIR") is { Length: > 0 } folder ? folder : package.Folder), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Read(group.Key), (IReadOnlyList<CargoPackage>)[.. group])),
    ];

    /// <summary>Writes it where it stays the same as long as its content, so that cargo does not lint again what it has linted.</summary>
    public async Task<string> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16]);
        var file = Path.Combine(place, "clippy.toml");
        if (!File.Exists(file) || await File.ReadAllTextAsync(file, cancellationToken) != Text)
            await AtomicFile.WriteTextAsync(file, Text, cancellationToken);
        return place;
    }

    internal static ClippyConfiguration Merge(string text, string? source)
    {
        var root = TomlFile.Parse(text, source ?? "clippy.toml", hint: "Mend the file: clippy reads it, too.").Root;
        var taken = root[Key] is TomlList list ? list.Items.Select(PathOf).ToHashSet(StringComparer.Ordinal) : [];
        // What the crate forbids itself keeps its own reason.
        var entries = DangerousCalls.All.Where(call => !taken.Contains(call.Path))
            .Select(call => $$"""{ path = "{{call.Path}}", reason = "{{call.Rule.Why}}" }""")
            .ToList();
        if (root[Key] is null)
            return new ClippyConfiguration(source, $"{Key} = [{string.Join(", ", entries)}]\n{text}", 1);
        if (Array().Match(text) is { Success: true } start)
            return new ClippyConfiguration(source, text.Insert(start.Index + start.Length, string.Concat(entries.Select(entry => entry + ", "))), 0);
        return new ClippyConfiguration(source, $"{text}\n{string.Concat(entries.Select(entry => $"[[{Key}]]\n{entry.Trim('{', '}', ' ').Replace(", reason", "\nreason", StringComparison.Ordinal)}\n"))}", 0);
    }

    private static ClippyConfiguration Read(string? file) => Merge(file is null ? "" : File.ReadAllText(file), file);

    private static string? Find(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (Names.Select(name => Path.Combine(above.FullName, name)).FirstOrDefault(File.Exists) is { } file)
                return file;
        }

        return null;
    }

    private static string? PathOf(TomlNode entry) => entry switch
    {
        TomlText text => text.Value,
        TomlGroup group when group["path"] is TomlText text => text.Value,
        _ => null,
    };

    [GeneratedRegex(@"^[ \t]*""?disallowed-methods""?[ \t]*=[ \t]*\[", RegexOptions.Multiline)]
    private static partial Regex Array();
}
