using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Alerts.Issues;

/// <summary>A problem as an issue.</summary>
internal static class IssueText
{
    private const int MostOfTitle = 200;
    private const int MostOfText = 50_000;
    private const int MostOfLine = 300;
    private const string StateStart = "<!-- slipway:state:";
    private const string End = " -->";

    /// <summary>By which the issue of a problem is found.</summary>
    public static string Marker(string key) => $"<!-- slipway:alert:{key}{End}";

    public static string Title(Message message) => Excerpt.Line(message.Headline, MostOfTitle);

    public static string Body(AlertProblem problem, Message message)
    {
        var body = new StringBuilder().Append(Marker(problem.Key)).Append('\n').Append(State(problem)).Append("\n\n");
        foreach (var field in message.Fields.Where(field => !field.Lines.IsEmpty))
            body.Append("- ").Append(field.Name).Append(": ").AppendJoin(", ", field.Lines.Select(Code)).Append('\n');
        if (message.Link is { } link)
            body.Append("- [").Append(message.Title).Append("](").Append(link.AbsoluteUri).Append(")\n");
        if (Excerpt.Within(message.Text, MostOfText, message.Link).Trim() is { Length: > 0 } text)
            body.Append('\n').Append(text.ReplaceLineEndings("\n")).Append('\n');
        return body.Append("\nThis issue is kept up to date, and closed when it is over.\n").ToString();
    }

    /// <summary>What is said when an issue is closed, or opened again; its mark keeps it from being said twice.</summary>
    public static string Comment(AlertProblem problem, Message message, AlertNews news) =>
        $"{CommentMarker(problem, news)}\n{(news == AlertNews.Over ? "" : "It is back. ")}{Excerpt.Line(message.Headline, MostOfTitle).Replace("@", "@\u200B", StringComparison.Ordinal)}{(message.Link is { } link ? $": {link.AbsoluteUri}" : ".")}";

    public static string CommentMarker(AlertProblem problem, AlertNews news) =>
        string.Create(CultureInfo.InvariantCulture, $"<!-- slipway:{news.ToString().ToLowerInvariant()}:{problem.Since.ToUnixTimeMilliseconds()}{End}");

    /// <summary>The problem that an issue tells of; null when it is none of ours.</summary>
    public static AlertProblem? Read(GitHubIssue issue)
    {
        var lines = issue.Body.ReplaceLineEndings("\n").Split('\n', 3);
        const string Start = "<!-- slipway:alert:";
        if (!issue.IsOurs || !IsWithin(lines[0], Start) || lines.Length < 2 || !IsWithin(lines[1], StateStart))
            return null;
        var key = lines[0][Start.Length..^End.Length];
        try
        {
            return AlertWords.EventOf(key) is { } kind && JsonSerializer.Deserialize(lines[1][StateStart.Length..^End.Length], IssueJson.Default.IssueState) is { Run: not null, Told: not null } state
                ? Problem(key, kind, issue, state)
                : null;
        }
        // Somebody has edited it; it is still found by its marker.
        catch (Exception exception) when (exception is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static AlertProblem Problem(string key, AlertEvent kind, GitHubIssue issue, IssueState state)
    {
        var told = state.Told.Select(told => KeyValuePair.Create(told.Key, new AlertTold(told.Value.IsOpen, Time(told.Value.At))))
            // What GitHub says of the issue itself counts more; one that a person has closed was told all the same.
            .Prepend(KeyValuePair.Create(AlertWords.Of(AlertChannel.GitHubIssue), new AlertTold(issue.IsOpen || state.Ended is null, Time(state.Seen))))
            .DistinctBy(told => told.Key);
        var page = Uri.TryCreate(state.Page, UriKind.Absolute, out var run) ? run : issue.Page;
        var message = new Message("", issue.Title, "The run", page, "", [], MessageTone.Bad);
        var problem = new AlertProblem(
            key,
            AlertWords.Of(kind),
            state.Stage,
            AlertJson.Write(message),
            Time(state.Since),
            state.Ended is { } ended ? Time(ended) : null,
            state.Times,
            state.Run,
            Time(state.Seen));
        return problem with { Told = problem.Told.AddRange(told) };
    }

    private static string State(AlertProblem problem)
    {
        var told = problem.Told.Where(told => told.Value is { IsOpen: not null, At: not null })
            .ToDictionary(told => told.Key, told => new IssueTold(told.Value.IsOpen!.Value, told.Value.At!.Value.ToUnixTimeMilliseconds()), StringComparer.Ordinal);
        var state = new IssueState(
            problem.Since.ToUnixTimeMilliseconds(),
            problem.Ended?.ToUnixTimeMilliseconds(),
            problem.Times,
            problem.Run,
            problem.Seen.ToUnixTimeMilliseconds(),
            problem.Stage,
            AlertJson.Read(problem.Message, problem.Key).Link?.AbsoluteUri,
            told);
        // The signs that could end the comment are escaped by the writer of JSON.
        return $"{StateStart}{JsonSerializer.Serialize(state, IssueJson.Default.IssueState)}{End}";
    }

    // In code nobody is called and nothing is Markdown; a mark for code within would end it.
    private static string Code(string line) => $"`{Excerpt.Line(line.Replace('`', '\''), MostOfLine)}`";

    private static bool IsWithin(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal) && line.Length >= start.Length + End.Length;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
