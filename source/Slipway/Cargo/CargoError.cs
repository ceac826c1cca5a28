using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>
/// Turns what cargo says when it cannot start to work into a message with file and line: the manifest, the lock file,
/// the dependencies, the machine.
/// </summary>
internal static partial class CargoError
{
    // Whatever it is about is among the first that cargo quotes.
    private const int MostWords = 20;

    /// <summary>Why a workspace could not be read.</summary>
    public static SlipwayException From(string folder, ToolOutput output) =>
        Find(folder, output.Error) ?? OfManifest(folder, output.Error);

    /// <summary>Why cargo gave up before it compiled anything; null when the code is to blame.</summary>
    public static SlipwayException? Find(string folder, string text)
    {
        if (text.Contains("failed to run custom build command", StringComparison.Ordinal))
            return null;
        if (text.Contains("lock file", StringComparison.Ordinal))
            return OfLockFile(folder, text);
        if (Network().IsMatch(text))
        {
            return Environment(text, "Make the registry reachable (network, proxy); offline, `cargo vendor` brings the dependencies into the repository.");
        }

        if (Machine().IsMatch(text))
            return Environment(text, "Mend the machine: permissions, space, or the Rust installation; CARGO_TARGET_DIR can name another folder to build in.");
        if (text.Contains("to learn about target-specific information", StringComparison.Ordinal))
        {
            return new SlipwayException(
                ErrorKind.Configuration,
                $"rustc refuses its options: {LastError(text)}",
                "Check --rust-target, RUSTFLAGS, and .cargo/config.toml.");
        }

        return Manifest().IsMatch(text) ? OfManifest(folder, text) : null;
    }

    /// <summary>The error and its causes in one line, without the excerpt of the source.</summary>
    public static string Message(string text)
    {
        var parts = text.Split('\n')
            .SkipWhile(line => !line.StartsWith("error", StringComparison.Ordinal))
            // What RUST_BACKTRACE adds is about the tool and not about its input.
            .TakeWhile(line => !line.StartsWith("Stack backtrace:", StringComparison.Ordinal) && !line.StartsWith("help:", StringComparison.Ordinal))
            .Where(line => !Excerpt().IsMatch(line))
            .Select(line => Number().Replace(line.Trim(), ""))
            .Where(line => line.Length > 0 && line != "Caused by:")
            .Select(line => line.StartsWith("error: ", StringComparison.Ordinal) ? line["error: ".Length..] : line)
            .Select(line => line.TrimEnd(':'));
        var message = string.Join(": ", parts);
        return message.Length == 0 ? "cargo cannot read the workspace." : message;
    }

    private static SlipwayException Environment(string text, string hint) => new(ErrorKind.Environment, Message(text), hint);

    private static SlipwayException OfManifest(string folder, string text) => new(
        ErrorKind.Configuration,
        Message(text),
        "Mend the manifest; `cargo metadata` shows the same message.",
        LocateManifest(folder, text));

    private static SlipwayException OfLockFile(string folder, string text)
    {
        var hint = text.Contains("--locked", StringComparison.Ordinal) ? "Run `cargo update --workspace` and commit Cargo.lock."
            : text.Contains("does not understand this lock file", StringComparison.Ordinal) ? "Update Rust (`rustup update`), or write the file anew: remove it and run `cargo generate-lockfile`."
            : "Mend the file, for example a conflict of a merge, or write it anew: remove it and run `cargo generate-lockfile`.";
        var line = TomlPlace().Match(text) is { Success: true } place ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) : (int?)null;
        return new SlipwayException(
            ErrorKind.Configuration,
            Message(text),
            hint,
            new SourceLocation(LockFile().Match(text) is { Success: true } file ? FullPath(folder, file.Groups["file"].Value) : Path.Combine(folder, "Cargo.lock"), line));
    }

    private static string LastError(string text) => text.Split('\n')
        .Select(line => line.Trim())
        .LastOrDefault(line => line.StartsWith("error: ", StringComparison.Ordinal))?["error: ".Length..] ?? Message(text);

    private static SourceLocation LocateManifest(string folder, string text)
    {
        if (Arrow().Match(text) is { Success: true } arrow)
        {
            return new SourceLocation(
                FullPath(folder, arrow.Groups["file"].Value),
                int.Parse(arrow.Groups["line"].Value, CultureInfo.InvariantCulture),
                int.Parse(arrow.Groups["column"].Value, CultureInfo.InvariantCulture));
        }

        var quoted = Quoted().Matches(text).Select(match => match.Groups[1].Value).ToList();
        var manifest = quoted
            .Where(item => Path.GetFileName(item) == "Cargo.toml")
            .Select(item => FullPath(folder, item))
            .FirstOrDefault(File.Exists, Path.Combine(folder, "Cargo.toml"));
        return new SourceLocation(manifest, FindLine(manifest, quoted));
    }

    /// <summary>The first line that mentions a key or the last part of a path that cargo's message quotes.</summary>
    private static int? FindLine(string manifest, IEnumerable<string> quoted)
    {
        if (!File.Exists(manifest))
            return null;
        var words = quoted.Select(Path.GetFileName).Where(word => word is { Length: > 1 } and not "Cargo.toml").Take(MostWords).ToList();
        var lines = File.ReadAllLines(manifest);
        foreach (var word in words)
        {
            var index = Array.FindIndex(lines, line => Regex.IsMatch(line, $@"(?<![\w-]){Regex.Escape(word!)}(?![\w-])"));
            if (index >= 0)
                return index + 1;
        }

        return null;
    }

    // Cargo shortens paths below the root of the file system when it runs there.
    private static string FullPath(string folder, string path)
    {
        var full = Path.GetFullPath(path, folder);
        return File.Exists(full) || !File.Exists("/" + path) ? full : "/" + path;
    }

    [GeneratedRegex("failed to download|Could not resolve host|Couldn't connect|failed to fetch|spurious network error|attempting to make an HTTP request|SSL|Timeout was reached")]
    private static partial Regex Network();

    [GeneratedRegex(@"could not execute process|Permission denied|Read-only file system|No space left on device|toolchain '.+' is not installed")]
    private static partial Regex Machine();

    [GeneratedRegex("failed to (get|parse manifest|load manifest|load source|read|select a version)|no matching package|believes it's in a workspace|two packages named|cyclic package dependency|does not have (that|these) feature")]
    private static partial Regex Manifest();

    [GeneratedRegex(@"lock file (at: )?(?<file>[^\0\n]*?Cargo\.lock)")]
    private static partial Regex LockFile();

    [GeneratedRegex(@"TOML parse error at line (?<line>\d{1,9}), column \d+")]
    private static partial Regex TomlPlace();

    [GeneratedRegex(@"^\s*(-->|\||\d+\s*\|)")]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"^\d+: ")]
    private static partial Regex Number();

    // Blanks, and no ends of lines: with those every empty line would be read again for each one before it.
    [GeneratedRegex(@"^[ \t]*--> (?<file>[^\0\n]+):(?<line>\d{1,9}):(?<column>\d{1,9})[ \t\r]*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex("`([^`\\0]+)`")]
    private static partial Regex Quoted();
}
