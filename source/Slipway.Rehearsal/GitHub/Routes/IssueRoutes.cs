using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Issues, and what is said under them.</summary>
internal sealed class IssueRoutes(GitHubSite site)
{
    private const int BodyLimit = IssueChanges.BodyLimit;

    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/issues", site.In(ListAsync));
        repository.MapPost("/issues", site.In(OpenAsync));
        repository.MapGet("/issues/{number:long}", site.In(ReadAsync));
        repository.MapPatch("/issues/{number:long}", site.In(ChangeAsync));
        repository.MapGet("/issues/{number:long}/comments", site.In(CommentsAsync));
        repository.MapPost("/issues/{number:long}/comments", site.In(CreateAsync));
        repository.MapPatch("/issues/comments/{id:long}", site.In(UpdateAsync));
        repository.MapDelete("/issues/comments/{id:long}", site.In(DeleteAsync));
    }

    // Pull requests are issues to GitHub.
    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var state = query["state"].ToString() is { Length: > 0 } asked ? asked : "open";
        var labels = query["labels"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        return site.SendPageAsync(context, site.Seen(context).Issues.Values.Reverse()
            .Where(issue => state == "all" || issue.State == state)
            .Where(issue => labels.All(label => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
            .Where(issue => !DateTimeOffset.TryParse(query["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) || (issue.UpdatedAt ?? issue.CreatedAt) >= since)
            .Select(issue => Json(context, issue)));
    }

    private Task ReadAsync(HttpContext context) => site.SendAsync(
        context,
        Json(context, site.Seen(context).Issues.GetValueOrDefault(Issue(context)) ?? throw GitHubRefusedException.NotFound));

    private async Task OpenAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var issue = site.Store.Change(state =>
        {
            var opened = IssueChanges.Create(input, state.Issues.Keys.LastOrDefault() + 1, site.Options.Login, site.Time.GetUtcNow());
            return (state with { Issues = state.Issues.Add(opened.Number, opened) }, opened);
        });
        await context.Response.WriteJsonAsync(201, Json(context, issue));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var number = Issue(context);
        var issue = site.Store.Change(state =>
        {
            var changed = IssueChanges.Update(state.Issues[number], input, site.Time.GetUtcNow());
            return (state with { Issues = state.Issues.SetItem(number, changed) }, changed);
        });
        await context.Response.WriteJsonAsync(200, Json(context, issue));
    }

    private Task CommentsAsync(HttpContext context) => site.SendPageAsync(context, site.Seen(context).Comments.Values
        .Where(comment => comment.Issue == Issue(context)).Select(comment => Json(context, comment)));

    private async Task CreateAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        var issue = Issue(context);
        var comment = site.Store.Add((state, id) =>
        {
            var added = new Comment(id, issue, site.Options.Login, "Bot", body, site.Time.GetUtcNow());
            return (state with { Comments = state.Comments.Add(id, added) }, added);
        });
        await context.Response.WriteJsonAsync(201, Json(context, comment));
    }

    private async Task UpdateAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        var comment = site.Store.Change(state =>
        {
            var changed = Comment(state, context) with { Body = body };
            return (state with { Comments = state.Comments.SetItem(changed.Id, changed) }, changed);
        });
        await context.Response.WriteJsonAsync(200, Json(context, comment));
    }

    private Task DeleteAsync(HttpContext context)
    {
        site.Store.Change(state => (state with { Comments = state.Comments.Remove(Comment(state, context).Id) }, true));
        return GitHubSite.NoContent(context);
    }

    private long Issue(HttpContext context)
    {
        var number = GitHubSite.Id(context, "number");
        return site.Store.Current.Issues.ContainsKey(number) ? number : throw GitHubRefusedException.NotFound;
    }

    private static Comment Comment(GitHubState state, HttpContext context) =>
        state.Comments.GetValueOrDefault(GitHubSite.Id(context)) ?? throw GitHubRefusedException.NotFound;

    private static async Task<string> BodyAsync(HttpContext context) => (await GitHubSite.BodyAsync(context)).Text("body") switch
    {
        null or "" => throw GitHubRefusedException.Invalid("IssueComment", "missing_field", "body"),
        { Length: > BodyLimit } => throw GitHubRefusedException.Invalid("IssueComment", "custom", "body", $"body is too long (maximum is {BodyLimit} characters)"),
        var body => body,
    };

    private JsonNode Json(HttpContext context, Issue issue)
    {
        var number = issue.Number.ToString(CultureInfo.InvariantCulture);
        var json = new JsonObject
        {
            ["id"] = issue.Number,
            ["number"] = issue.Number,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["state"] = issue.State,
            ["state_reason"] = issue.Reason,
            ["labels"] = new JsonArray([.. issue.Labels.Select(label => (JsonNode)new JsonObject { ["name"] = label })]),
            ["url"] = $"{site.Api(context)}/issues/{number}",
            ["html_url"] = $"{site.Web(context)}/issues/{number}",
            ["created_at"] = GitHubSite.Date(issue.CreatedAt),
            ["updated_at"] = GitHubSite.Date(issue.UpdatedAt ?? issue.CreatedAt),
            ["closed_at"] = issue.ClosedAt is { } closed ? GitHubSite.Date(closed) : null,
            ["user"] = GitHubSite.User(issue.Author ?? site.Options.Login, issue.AuthorType),
        };
        if (issue.IsPullRequest)
            json["pull_request"] = new JsonObject { ["url"] = $"{site.Api(context)}/pulls/{number}" };
        return json;
    }

    private JsonNode Json(HttpContext context, Comment comment) => new JsonObject
    {
        ["id"] = comment.Id,
        ["body"] = comment.Body,
        ["url"] = $"{site.Api(context)}/issues/comments/{comment.Id.ToString(CultureInfo.InvariantCulture)}",
        ["user"] = GitHubSite.User(comment.Author, comment.AuthorType),
        ["created_at"] = GitHubSite.Date(comment.CreatedAt),
        ["updated_at"] = GitHubSite.Date(comment.CreatedAt),
    };
}
