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
        if (!await HasSignAsync(binary.Executable, Signs, cancellationToken))
            return null;
        var output = await binary.ToToolCommand("--list", "--format", "terse").WithTimeLimit(Patience).ReadAsync(cancellationToken);
        return output.Result.Succeeded ? Parse(output.Output) : null;
    }

    public static IReadOnlyList<string>? Parse(string listing)
    {
        // Others may write to the list, too: rustdoc says how long it took, a constructor says hello.
        var lines = listing.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        var names = lines.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);
        return names.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } found ? found : lines.Count == 0 ? [] : null;
    }

    // In parts, because programs with debug information may be larger than memory allows.
    internal static async Task<bool> HasSignAsync(string executable, byte[][] signs, CancellationToken cancellationToken)
    {
        var overlap = signs.Max(sign => sign.Length) - 1;
        var buffer = new byte[1024 * 1024];
        await using var stream = File.OpenRead(executable);
        var kept = 0;
        while (await stream.ReadAsync(buffer.AsMemory(kept), cancellationToken) is var read and > 0)
        {
            var filled = kept + read;
            if (signs.Any(sign => buffer.AsSpan(0, filled).IndexOf(sign) >= 0))
                return true;
            kept = Math.Min(overlap, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    [GeneratedRegex("^(?<name>.+): (test|benchmark)$")]
    private static partial Regex Line();
}
