using Octokit;

namespace Slipway.Reporting;

/// <summary>The conversation of one pull request on GitHub.</summary>
public sealed class GitHubComments
{
    private const int PageSize = 100;

    // GitHub closes a conversation long before; a server that never ends must not keep the pipeline.
    private const int MostPages = 100;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private readonly GitHubClient _client;
    private readonly string _owner;
    private readonly string _name;
    private readonly int _number;

    /// <param name="api">Where the API is: what <c>GITHUB_API_URL</c> says.</param>
    /// <param name="repository">As <c>owner/name</c>.</param>
    public GitHubComments(Uri api, string token, string repository, int number)
    {
        // Relative addresses replace what stands behind the last slash.
        var address = new Uri(api.AbsoluteUri.TrimEnd('/') + "/");
        _client = new GitHubClient(new Connection(new ProductHeaderValue("slipway"), address)) { Credentials = new Credentials(token.Trim()) };
        _client.SetRequestTimeout(RequestTimeout);
        (_owner, _name) = repository.Split('/') is [var owner, var name]
            ? (owner, name)
            : throw new ArgumentException($"'{repository}' is no repository: owner/name is one.", nameof(repository));
        _number = number;
    }

    /// <summary>All comments, oldest first.</summary>
    internal async Task<IReadOnlyList<PostedComment>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<PostedComment>();
        for (var page = 1; page <= MostPages; page++)
        {
            var comments = await AskAsync(ListPageAsync(page), cancellationToken);
            all.AddRange(comments);
            if (comments.Count < PageSize)
                break;
        }

        return [.. all.OrderBy(comment => comment.Id)];
    }

    internal Task CreateAsync(string body, CancellationToken cancellationToken) =>
        AskAsync(_client.Issue.Comment.Create(_owner, _name, _number, body), cancellationToken);

    internal Task UpdateAsync(long id, string body, CancellationToken cancellationToken) =>
        AskAsync(_client.Issue.Comment.Update(_owner, _name, id, body), cancellationToken);

    /// <summary>Deletes a comment, which somebody else may have done already.</summary>
    internal async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(DeletedAsync(), cancellationToken);
        }
        catch (GitHubException refusal) when (refusal.Problem == GitHubProblem.NotFound)
        {
        }

        async Task<bool> DeletedAsync()
        {
            await _client.Issue.Comment.Delete(_owner, _name, id);
            return true;
        }
    }

    /// <summary>Whose token it is; null where a token is nobody's, as those of workflows are.</summary>
    internal async Task<string?> FindUserAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(NameAsync(), cancellationToken);
        }
        catch (GitHubException refusal) when (refusal.Problem is GitHubProblem.Forbidden or GitHubProblem.NotFound)
        {
            return null;
        }

        async Task<string> NameAsync() => (await _client.User.Current()).Login;
    }

    private async Task<IReadOnlyList<PostedComment>> ListPageAsync(int page)
    {
        var options = new ApiOptions { PageSize = PageSize, PageCount = 1, StartPage = page };
        return [.. (await _client.Issue.Comment.GetAllForIssue(_owner, _name, _number, options)).Select(Read)];
    }

    private static PostedComment Read(IssueComment comment) => new(
        comment.Id,
        comment.Body ?? "",
        comment.User?.Login,
        IsBot: comment.User?.Type == AccountType.Bot);

    // Octokit's calls cannot be cancelled; they end by themselves after a while.
    private static async Task<T> AskAsync<T>(Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw GitHubException.Of(exception);
        }
    }
}

/// <param name="Author">Null when the account is gone.</param>
internal sealed record PostedComment(long Id, string Body, string? Author, bool IsBot);
