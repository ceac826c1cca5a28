using Slipway.Cargo;

namespace Slipway.Gates;

public static class FormatGate
{
    public const string Name = "Format";

    private const int MostDiffLines = 200;

    /// <summary>Judges what rustfmt would change.</summary>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(FormatCheck check, string root)
    {
        const string Help = "Run `cargo fmt --all`.";
        var files = check.Differences.Select(place => place.File).Distinct(StringComparer.Ordinal).Count();
        var findings = check.Differences
            .Select(place => new Finding(
                FindingSeverity.Error,
                "not formatted as rustfmt would",
                Finding.PathBelow(root, place.File),
                place.Line,
                Code: "rustfmt",
                Help: Help))
            .ToList();
        if (!check.Result.Succeeded && files == 0)
        {
            findings.Add(new Finding(
                FindingSeverity.Error,
                string.Join('\n', check.Result.Tail),
                Finding.PathBelow(root, check.Error?.File),
                check.Error?.Line,
                check.Error?.Column,
                Code: "rustfmt"));
        }

        return GateResult.Judged(
            Name,
            GateStage.Checks,
            files > 0 ? $"{Counted.Of(files, "file")} to format" : check.Result.Succeeded ? null : "rustfmt failed",
            [
                new Figure("files", files, "files", Threshold.AtMost(0)),
                new Figure("places", check.Differences.Count, "places", Threshold.AtMost(0)),
            ],
            findings,
            check.Result.Duration) with
        { Diff = DiffOf(check) };
    }

    private static string? DiffOf(FormatCheck check)
    {
        if (check.Diff is not { Count: > 0 } lines)
            return null;
        var text = string.Join('\n', lines.Take(MostDiffLines)).TrimEnd();
        return lines.Count > MostDiffLines ? $"{text}\n@@ and {Counted.Of(lines.Count - MostDiffLines, "more line")} @@" : text;
    }
}
