namespace Slipway.Reporting;

/// <summary>A diff in Markdown: whatever the code has in it, it stays inside its fence.</summary>
internal static class FencedDiff
{
    private const string Shortest = "```";

    public static string Of(string diff)
    {
        var fence = Shortest;
        while (diff.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return $"{fence}diff\n{diff}\n{fence}\n";
    }

    /// <summary>What was cut off inside a fence is left out together with it: what follows would be taken for code.</summary>
    public static string WithoutCutFence(string markdown)
    {
        string? fence = null;
        var (opened, at) = (0, 0);
        foreach (var line in markdown.Split('\n'))
        {
            var marks = line.Length - line.TrimStart('`').Length;
            if (fence is null && marks >= Shortest.Length)
                (fence, opened) = (line[..marks], at);
            else if (fence is not null && line.TrimEnd() == fence)
                fence = null;
            at += line.Length + 1;
        }

        return fence is null ? markdown : markdown[..opened];
    }
}
