using CsCheck;

namespace Slipway.Tests.Audit;

/// <summary>Damages a text as transfers, merges and enemies do.</summary>
internal static class Mutations
{
    private static readonly string[] Splinters = ["", "\"", "[", "]", "{", "}", "=", "\n", "\0", "\\", ",", "'''", "[[package]]", "99999999999999999999", "1979-05-27", "#", ":", "null", "é", "\ud800"];

    public static Gen<string> Of(string text) =>
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 40], Gen.Int[0, Splinters.Length - 1], Gen.Bool).Select((at, length, splinter, isCut) =>
            isCut && splinter == 0
                ? text[..at]
                : text[..at] + Splinters[splinter] + text[Math.Min(text.Length, at + length)..]);
}
