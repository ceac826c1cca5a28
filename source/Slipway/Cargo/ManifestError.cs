using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>Turns what cargo says when it cannot read a workspace into a message with file and line.</summary>
internal static partial class ManifestError
{
    public static SlipwayException From(string folder, ToolOutput output)
    {
        var text = output.Error;
        if (IsEnvironment(text))
            return new SlipwayException(ErrorKind.Environment, Message(text), "Check the Rust installation and the network.");
        if (text.Contains("--locked", StringComparison.Ordinal))
        {
            return new SlipwayException(
                ErrorKind.Configuration,
                Message(text),
                "Run `cargo update --workspace` and commit Cargo.lock.",
                new SourceLocation(Path.Combine(folder, "Cargo.lock")));
        }

        return new SlipwayException(
            ErrorKind.Configuration,
            Message(text),
            "Mend the manifest; `cargo metadata --no-deps` shows the same message.",
            Locate(folder, text));
    }

    private static bool IsEnvironment(string text) =>
        text.Contains("toolchain", StringComparison.Ordinal) && text.Contains("is not installed", StringComparison.Ordinal)
        || text.Contains("could not execute process", StringComparison.Ordinal)
        || text.Contains("failed to download", StringComparison.Ordinal)
        || text.Contains("Could not resolve host", StringComparison.Ordinal);

    /// <summary>The error and its causes in one line, without the excerpt of the source.</summary>
    private static string Message(string text)
    {
        var parts = text.Split('\n')
            .SkipWhile(line => !line.StartsWith("error", StringComparison.Ordinal))
            .Where(line => !Excerpt().IsMatch(line))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line != "Caused by:")
            .Select(line => line.StartsWith("error: ", StringComparison.Ordinal) ? line["error: ".Length..] : line);
        var message = string.Join(": ", parts);
        return message.Length == 0 ? "cargo cannot read the workspace." : message;
    }

    private static SourceLocation Locate(string folder, string text)
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
        var words = quoted.Select(Path.GetFileName).Where(word => word is { Length: > 1 } and not "Cargo.toml").ToList();
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

    [GeneratedRegex(@"^\s*(-->|\d*\s*\|)")]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"^\s*--> (?<file>.+):(?<line>\d+):(?<column>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
