using System.Text.RegularExpressions;

namespace Slipway.Cargo;

/// <summary>Where a lint or an error is explained.</summary>
public static partial class LintLink
{
    private const string Clippy = "clippy::";

    /// <summary>Null for what has no page of its own.</summary>
    public static string? Of(string? code) => code switch
    {
        null => null,
        _ when code.StartsWith(Clippy, StringComparison.Ordinal) => $"https://rust-lang.github.io/rust-clippy/stable/index.html#{code[Clippy.Length..]}",
        _ when ErrorCode().IsMatch(code) => $"https://doc.rust-lang.org/error_codes/{code}.html",
        _ => null,
    };

    [GeneratedRegex("^E[0-9]{4}$")]
    private static partial Regex ErrorCode();
}
