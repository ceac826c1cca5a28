using System.Text.RegularExpressions;

namespace Slipway.Base;

/// <summary>
/// Whether the files of a workspace name paths outside of it. Nobody knows what a program reads while it is built and
/// tested; what looks like a way out is taken for one.
/// </summary>
internal static partial class OutsidePaths
{
    /// <summary>What a line has that is worth a look, as git knows regular expressions.</summary>
    public const string Pattern = """/\.\.|\.\.[/\\"]|cd +\.\.|CARGO_MANIFEST_DIR|\.parent\(\)""";

    /// <param name="lines">The lines with the paths of their files below the workspace.</param>
    public static bool AreIn(IEnumerable<(string File, string Text)> lines) =>
        lines.GroupBy(line => line.File, line => line.Text).Any(file => LeadsOut(file.Key, [.. file]));

    private static bool LeadsOut(string file, IReadOnlyList<string> lines) => Path.GetFileName(file) switch
    {
        "Cargo.toml" => lines.Any(line => IsAbove(file, line)),
        // Those of cargo are relative to the folder above, and a build script's to its package.
        "config.toml" or "config" or "build.rs" => lines.Any(line => Up().IsMatch(line)) || Climbs(lines),
        _ when file.EndsWith(".rs", StringComparison.Ordinal) => lines.Any(line => LeadsOut(file, line)) || Climbs(lines),
        // A script says where it is before it goes up.
        _ => lines.Any(line => IsAbove(file, line)),
    };

    // A text that only has ".." somewhere in it, such as a command, is no path; one that begins with it is.
    private static bool LeadsOut(string file, string line) => Beside().IsMatch(line)
        ? IsAbove(file, line)
        : Literal().IsMatch(line);

    private static bool IsAbove(string file, string line) => Up().Count(line) > file.Count(character => character == '/');

    // From where the package is, without naming a way.
    private static bool Climbs(IReadOnlyList<string> lines) =>
        lines.Any(line => line.Contains("CARGO_MANIFEST_DIR", StringComparison.Ordinal))
        && lines.Any(line => line.Contains(".parent()", StringComparison.Ordinal));

    // The compiler takes these relative to the file.
    [GeneratedRegex("""\binclude(_str|_bytes)?!\s*\(\s*"|#!?\[path\s*=""", RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();

    [GeneratedRegex("""(r#*)?"[/\\]?\.\.[/\\]|\b(join|push|new|from)\(\s*"\.\.["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("""(?<!\.)\.\.(?!\.)""")]
    private static partial Regex Up();
}
