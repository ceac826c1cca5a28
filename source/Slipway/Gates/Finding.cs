namespace Slipway.Gates;

/// <summary>One thing that is wrong, and where.</summary>
/// <param name="File">Path below the repository's root, with slashes.</param>
/// <param name="Code">The rule or error code.</param>
/// <param name="Help">How to mend it.</param>
/// <param name="Fingerprint">What stays the same when lines move.</param>
public sealed record Finding(
    FindingSeverity Severity,
    string Message,
    string? File = null,
    int? Line = null,
    int? Column = null,
    int? EndLine = null,
    int? EndColumn = null,
    string? Code = null,
    string? Help = null,
    string? Fingerprint = null)
{
    /// <summary>The path as reports show it: relative to the root when the file is below it.</summary>
    public static string? PathBelow(string root, string? file)
    {
        if (file is null)
            return null;
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? file.Replace('\\', '/') : relative;
    }
}
