using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

internal static partial class PanicLocation
{
    /// <summary>The first place of a panic that is a file of the workspace.</summary>
    public static SourceLocation? Find(string output, string rootFolder) => Panic().Matches(output)
        .Select(match => new SourceLocation(
            Path.GetFullPath(match.Groups["file"].Value, rootFolder),
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture)))
        .FirstOrDefault(location => File.Exists(location.File));

    // The other is libtest's word for a test that should have panicked.
    [GeneratedRegex(
        @"^(thread '.*' (\(\d+\) )?panicked at (?<file>[^\0\n]+):(?<line>\d{1,9}):(?<column>\d{1,9}):|(note: )?test did not panic as expected at (?<file>[^\0\n]+):(?<line>\d{1,9}):(?<column>\d{1,9}))$",
        RegexOptions.Multiline)]
    private static partial Regex Panic();
}
