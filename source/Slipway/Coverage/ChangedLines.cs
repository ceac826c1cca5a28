using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Base;
using Slipway.Processes;

namespace Slipway.Coverage;

/// <summary>The lines that a change has added or written anew, by the full paths of the files.</summary>
public sealed partial record ChangedLines(IReadOnlyDictionary<string, IReadOnlyList<LineRange>> Files)
{
    private const string NewFile = "+++ b/";

    private const string Code = "*.rs";

    /// <summary>Whether a line was changed.</summary>
    public bool Has(string file, int line) => Has(file, new LineRange(line, line));

    /// <summary>Whether any of these lines was changed.</summary>
    public bool Has(string file, LineRange lines) =>
        Files.TryGetValue(file, out var ranges) && ranges.Any(range => range.First <= lines.Last && lines.First <= range.Last);

    /// <summary>Compares the files as they are with a commit; what git does not know yet is new as a whole.</summary>
    /// <param name="pattern">The names of the files, as git matches them.</param>
    public static async Task<ChangedLines> SinceAsync(
        BaseCommit commit,
        string folder,
        string pattern = Code,
        CancellationToken cancellationToken = default)
    {
        var git = Git.Get(folder);
        var root = await git.TryReadAsync(cancellationToken, "rev-parse", "--show-toplevel")
            ?? throw new SlipwayException(ErrorKind.Environment, $"{folder} is in no git repository.");
        string[] arguments =
        [
            "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-relative",
            "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d", commit.Id, "--", $":(top){pattern}",
        ];
        var text = "";
        // Read as a whole: what is changed may hold line ends of its own.
        var result = await git.Command(arguments).StreamAsync(
            async (output, token) =>
            {
                using var reader = new StreamReader(output);
                text = await reader.ReadToEndAsync(token);
            },
            cancellationToken);
        if (!result.Succeeded)
            throw new CommandFailedException(result, ErrorKind.Environment);
        var files = Parse(text).ToDictionary(file => Path.GetFullPath(file.Key, root), file => file.Value, StringComparer.Ordinal);
        foreach (var file in await git.ListAsync(cancellationToken, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", $":(top){pattern}"))
            files[Path.GetFullPath(file, root)] = [new LineRange(1, int.MaxValue)];
        return new ChangedLines(files);
    }

    /// <summary>The lines after the change in a difference without context.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<LineRange>> Parse(string difference)
    {
        var files = new SortedDictionary<string, IReadOnlyList<LineRange>>(StringComparer.Ordinal);
        var ranges = new List<LineRange>();
        var isHeader = false;
        foreach (var line in difference.Split('\n'))
        {
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
                isHeader = true;
            // A changed line may begin like this, too.
            else if (isHeader && line.StartsWith(NewFile, StringComparison.Ordinal))
                files[line[NewFile.Length..].TrimEnd('\t')] = ranges = [];
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && Hunk().Match(line) is { Success: true } match)
            {
                isHeader = false;
                var first = Number(match.Groups["first"]);
                var count = match.Groups["count"].Success ? Number(match.Groups["count"]) : 1;
                if (count > 0)
                    ranges.Add(new LineRange(first, first + count - 1));
            }
        }

        return files;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^@@ -\d+(,\d+)? \+(?<first>\d{1,9})(,(?<count>\d{1,9}))? @@", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hunk();
}
