using System.Text.RegularExpressions;
using Slipway.Manifest;

namespace Slipway.Packaging;

/// <summary>
/// Digests as <c>sha256sum</c> and <c>shasum -a 256</c> read them: 64 digits, two blanks, the name, LF; sorted, no blank
/// line, no path. Both tools warn of or refuse everything else.
/// </summary>
public static partial class ChecksumFile
{
    public const string Name = "SHA256SUMS";

    /// <summary>What stands beside an asset, with its digest alone.</summary>
    public const string Extension = ".sha256";

    public static string Write(IEnumerable<Asset> assets) =>
        string.Concat(assets.OrderBy(asset => asset.Name, StringComparer.Ordinal).Select(asset => $"{asset.Sha256}  {asset.Name}\n"));

    /// <summary>Digests by name.</summary>
    /// <param name="path">For errors.</param>
    /// <exception cref="SlipwayException">A line is no digest with a name, or a name is there twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string text, string path)
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        if (lines[^1].Length > 0)
            throw Wrong(path, lines.Length, "has no end: the file was cut");
        for (var index = 0; index < lines.Length - 1; index++)
        {
            if (Line().Match(lines[index]) is not { Success: true } match)
                throw Wrong(path, index + 1, "is no digest of 64 digits, two blanks and a name");
            if (!digests.TryAdd(match.Groups["name"].Value, match.Groups["digest"].Value))
                throw Wrong(path, index + 1, $"names {match.Groups["name"].Value} again");
        }

        return digests;
    }

    private static SlipwayException Wrong(string path, int line, string what) => new(
        ErrorKind.Configuration,
        $"Line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)} of the checksums {what}.",
        "Run Checksum again.",
        new SourceLocation(path, line));

    [GeneratedRegex(@"\A(?<digest>[0-9a-f]{64})  (?<name>[A-Za-z0-9][A-Za-z0-9._+-]*)\z")]
    private static partial Regex Line();
}
