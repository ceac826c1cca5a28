using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Utilities;

/// <summary>What builds often do with text.</summary>
public static partial class StringExtensions
{
    public static bool IsNullOrEmpty([NotNullWhen(false)] this string? str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace([NotNullWhen(false)] this string? str) => string.IsNullOrWhiteSpace(str);

    public static bool EqualsOrdinalIgnoreCase(this string? str, string? other) =>
        string.Equals(str, other, StringComparison.OrdinalIgnoreCase);

    public static bool EqualsAnyOrdinalIgnoreCase(this string? str, params IEnumerable<string?> others) =>
        others.Any(str.EqualsOrdinalIgnoreCase);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) =>
        str.Contains(other, StringComparison.OrdinalIgnoreCase);

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, params IEnumerable<string> others) =>
        others.Any(str.ContainsOrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) =>
        str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, params IEnumerable<string> others) =>
        others.Any(str.StartsWithOrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) =>
        str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, params IEnumerable<string> others) =>
        others.Any(str.EndsWithOrdinalIgnoreCase);
}
