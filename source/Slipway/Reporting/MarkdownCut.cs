namespace Slipway.Reporting;

/// <summary>Markdown that is too long for its place, cut at the end of a line.</summary>
internal static class MarkdownCut
{
    /// <param name="measure">How much room a text takes.</param>
    /// <param name="note">Stands at the end of what is cut, where there is room for it.</param>
    public static string Fit(string markdown, long room, Func<ReadOnlySpan<char>, long> measure, string note)
    {
        if (measure(markdown) <= room)
            return markdown;
        room -= measure(note);
        if (room < 0)
            return "";
        var kept = 0;
        while (kept < markdown.Length)
        {
            var end = markdown.IndexOf('\n', kept);
            var line = markdown.AsSpan(kept, (end < 0 ? markdown.Length : end + 1) - kept);
            room -= measure(line);
            if (room < 0)
                break;
            kept += line.Length;
        }

        return FencedDiff.WithoutCutFence(markdown[..kept]) + note;
    }
}
