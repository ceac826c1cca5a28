using System.Text.RegularExpressions;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>The report as it reads in a comment.</summary>
public static partial class PullRequestCommentText
{
    /// <summary>What the comment is known by: it stands at the very start, and is not shown.</summary>
    public const string Marker = "<!-- slipway:report -->";

    /// <summary>The most characters that GitHub takes.</summary>
    public const int Limit = 65_536;

    private const string Note = "\n\n_The report is cut here: a comment has room for 65,536 characters. The rest is in the run's summary._\n";

    /// <param name="run">The page of the run.</param>
    /// <param name="more">Markdown that follows the gates.</param>
    public static string Write(GateReport report, Uri run, string more = "")
    {
        var text = $"""
            {Marker}
            ## {SummaryMarkdown.Headline(report)}

            [All of it, and the logs]({run.AbsoluteUri})

            {WithoutMentions(SummaryMarkdown.Write(report) + more)}
            """;
        return MarkdownCut.Fit(text.ReplaceLineEndings("\n"), Limit, part => part.Length, Note);
    }

    // What a test prints must not call people: a space of no width keeps a name from being one.
    private static string WithoutMentions(string markdown) => Mention().Replace(markdown, "@\u200B");

    [GeneratedRegex("@(?=[A-Za-z0-9])")]
    private static partial Regex Mention();
}
