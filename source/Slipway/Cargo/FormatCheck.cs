using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>What rustfmt would change.</summary>
/// <param name="Differences">The first line of every place that differs.</param>
/// <param name="Error">Where rustfmt could not read the code.</param>
/// <param name="Diff">What rustfmt proposes, place by place.</param>
public sealed partial record FormatCheck(
    ToolResult Result,
    IReadOnlyList<SourceLocation> Differences,
    SourceLocation? Error = null,
    IReadOnlyList<string>? Diff = null)
{
    /// <summary>Compares the members' code with what rustfmt makes of it; changes nothing.</summary>
    public static async Task<FormatCheck> RunAsync(
        CargoWorkspace workspace,
        Action<CargoEvent>? sink = null,
        CancellationToken cancellationToken = default)
    {
        // "--all" would also take path dependencies that are no members.
        var command = CargoCommand.Format
            .WithWorkspace(workspace)
            .WithPackages(workspace.Packages.Select(package => package.Name))
            .WithToolArguments("--check", "--color", "never");
        var (lines, diff) = (new List<string>(), new List<string>());
        var run = await command.ExecuteAsync(
            happened =>
            {
                if (happened is CargoEvent.Output line)
                {
                    lines.Add(line.Text);
                    if (!line.IsError && (diff.Count > 0 || Difference().IsMatch(line.Text)))
                        diff.Add(Shorten(line.Text, workspace.RootFolder));
                }

                sink?.Invoke(happened);
            },
            cancellationToken);
        return new FormatCheck(run.Result, Find(lines, Difference(), workspace.RootFolder), Find(lines, Arrow(), workspace.RootFolder).FirstOrDefault(), diff);
    }

    // A place as diffs have it; the lines below have their marks already.
    private static string Shorten(string line, string folder) => Difference().Match(line) is { Success: true } match
        ? $"@@ {Path.GetRelativePath(folder, match.Groups["file"].Value).Replace('\\', '/')}:{match.Groups["line"].Value} @@"
        : line;

    private static List<SourceLocation> Find(IEnumerable<string> lines, Regex pattern, string folder) =>
    [
        .. lines.Select(line => pattern.Match(line))
            .Where(match => match.Success)
            .Select(match => new SourceLocation(
                Path.GetFullPath(match.Groups["file"].Value, folder),
                int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)))
            .Distinct()
            .OrderBy(place => place.File, StringComparer.Ordinal)
            .ThenBy(place => place.Line),
    ];

    // "Diff in FILE:3:", and before rustfmt 1.8 "Diff in FILE at line 3:".
    [GeneratedRegex(@"^Diff in (?<file>[^\0]+?)(:| at line )(?<line>\d{1,9}):?$")]
    private static partial Regex Difference();

    [GeneratedRegex(@"^\s*--> (?<file>[^\0]+):(?<line>\d{1,9}):\d{1,9}$")]
    private static partial Regex Arrow();
}
