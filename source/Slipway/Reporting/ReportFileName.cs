using System.Security.Cryptography;
using System.Text;

namespace Slipway.Reporting;

/// <summary>Names of the files that gates and suites are kept in.</summary>
internal static class ReportFileName
{
    private const int LongestLeg = 100;
    private const int HashLength = 8;

    public static string Of(string name, string? leg)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"'{name}' is no name for a report: use letters, digits, - and _.", nameof(name));
        return leg is null ? name + ".json" : $"{name}-{Safe(leg)}.json";
    }

    /// <summary>Finds the files of a name, of any leg and of none.</summary>
    public static string Pattern(string name) => $"{name}*.json";

    // Legs are whatever a workflow calls them; two that look alike when made safe stay apart by a hash.
    internal static string Safe(string leg)
    {
        var safe = string.Concat(leg.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        if (safe == leg && safe.Length <= LongestLeg)
            return safe;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(leg)));
        return $"{safe[..Math.Min(safe.Length, LongestLeg)]}-{hash[..HashLength]}";
    }
}
