using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Asks a test program for its tests.</summary>
internal static partial class TestListing
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Words of libtest's help. A program without them is not asked: it would not understand, and run everything.
    private static readonly byte[][] Signs = ["Run ignored and not ignored tests"u8.ToArray(), "libtest-"u8.ToArray()];

    /// <summary>The names of its tests, sorted; null when it has a harness of its own.</summary>
    public static async Task<IReadOnlyList<string>?> ReadAsync(TestBinary binary, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(binary.Executable, cancellationToken);
        if (!Signs.Any(sign => content.AsSpan().IndexOf(sign) >= 0))
            return null;
        var output = await binary.ToToolCommand("--list", "--format", "terse").WithTimeLimit(Patience).ReadAsync(cancellationToken);
        return output.Result.Succeeded ? Parse(output.Output) : null;
    }

    public static IReadOnlyList<string>? Parse(string listing)
    {
        var matches = listing.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Select(line => Line().Match(line)).ToList();
        return matches.All(match => match.Success)
            ? [.. matches.Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)]
            : null;
    }

    [GeneratedRegex("^(?<name>.+): (test|benchmark)$")]
    private static partial Regex Line();
}
