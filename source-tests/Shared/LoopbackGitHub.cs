using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shared;

/// <summary>The conversation of pull request 7 of octo/crate, behind GitHub's API on this machine.</summary>
internal sealed class LoopbackGitHub : IDisposable
{
    private const string Comments = "/repos/octo/crate/issues/7/comments";
    private const string Comment = "/repos/octo/crate/issues/comments/";
    private const string CodeScanning = "/repos/octo/crate/code-scanning/alerts";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly Queue<Trouble> _troubles = new();
    private readonly SortedDictionary<long, (string Author, string Type, string Body)> _comments = [];
    private readonly List<string> _requests = [];
    private readonly List<string> _tokens = [];
    private long _lastId = 100;

    public LoopbackGitHub()
    {
        _listener.Start();
        Url = new Uri($"http://{_listener.LocalEndpoint}/api/v3");
        _serving = ServeAsync();
    }

    public Uri Url { get; }

    /// <summary>Who writes with the token; a workflow's token is nobody's, and its comments are a bot's.</summary>
    public string? User { get; init; }

    /// <summary>The open alerts of code scanning; null where it is not enabled.</summary>
    public IReadOnlyList<JsonObject>? Alerts { get; init; }

    public IReadOnlyList<string> Requests => Locked(() => _requests.ToList());

    public IReadOnlyList<string> Tokens => Locked(() => _tokens.Distinct().ToList());

    /// <summary>The comments as they stand, oldest first.</summary>
    public IReadOnlyList<string> Bodies => Locked(() => _comments.Values.Select(comment => comment.Body).ToList());

    public LoopbackGitHub With(string body, string author = "github-actions[bot]", string type = "Bot")
    {
        Locked(() => _comments[++_lastId] = (author, type, body));
        return this;
    }

    /// <summary>Answers requests of this method so, before it does as it should.</summary>
    public LoopbackGitHub But(string method, string status, string headers = "", string body = "{}", int times = 1)
    {
        for (var time = 0; time < times; time++)
            _troubles.Enqueue(new Trouble(method, (status, headers, body)));
        return this;
    }

    /// <summary>Cuts the connection on a request of this method, before or after it has had its effect.</summary>
    public LoopbackGitHub ButCuts(string method, bool afterEffect = false)
    {
        _troubles.Enqueue(new Trouble(method, Answer: null, afterEffect));
        return this;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _serving.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            if (await ReadAsync(stream) is not var (head, body))
                continue;
            if (Locked(() => Answer(head, body)) is not var (status, headers, text))
                continue;
            var bytes = Encoding.UTF8.GetBytes(text);
            var answer = $"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\n{headers}Content-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(answer), .. bytes]);
        }
    }

    private (string Status, string Headers, string Body)? Answer(string head, string body)
    {
        var lines = head.Split("\r\n");
        var request = lines[0][..lines[0].LastIndexOf(' ')].Replace("/api/v3", "", StringComparison.Ordinal);
        _requests.Add(request);
        _tokens.AddRange(lines.Where(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase)).Select(line => line.Split(' ')[^1]));
        if (!_troubles.TryPeek(out var trouble) || !request.StartsWith(trouble.Method + " ", StringComparison.Ordinal))
            return Act(request, body);
        _troubles.Dequeue();
        if (trouble.AfterEffect)
            Act(request, body);
        return trouble.Answer;
    }

    private (string Status, string Headers, string Body) Act(string request, string body)
    {
        var (method, path) = (request.Split(' ')[0], new Uri(Url, request.Split(' ')[1]));
        return (method, path.AbsolutePath) switch
        {
            ("GET", "/user") when User is null => ("403 Forbidden", "", """{"message":"Resource not accessible by integration"}"""),
            ("GET", "/user") => ("200 OK", "", new JsonObject { ["login"] = User, ["type"] = "User" }.ToJsonString()),
            ("GET", CodeScanning) when Alerts is null => ("403 Forbidden", "", """{"message":"Code scanning is not enabled for this repository."}"""),
            ("GET", CodeScanning) => ("200 OK", "", Page(path.Query, Alerts.Select(alert => alert.ToJsonString()))),
            ("GET", Comments) => ("200 OK", "", Page(path.Query, _comments.Keys.Select(Json))),
            ("POST", Comments) => ("201 Created", "", Json(With(Text(body), User ?? "github-actions[bot]", User is null ? "Bot" : "User")._lastId)),
            ("PATCH", var one) when Find(one) is { } id => ("200 OK", "", Update(id, Text(body))),
            ("DELETE", var one) when Find(one) is { } id && _comments.Remove(id) => ("204 No Content", "", ""),
            _ => ("404 Not Found", "", """{"message":"Not Found"}"""),
        };
    }

    private static string Page(string query, IEnumerable<string> all)
    {
        var values = query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var size = Number(values.GetValueOrDefault("per_page", "30"));
        var page = Number(values.GetValueOrDefault("page", "1"));
        return $"[{string.Join(',', all.Skip((page - 1) * size).Take(size))}]";
    }

    private string Update(long id, string body)
    {
        _comments[id] = _comments[id] with { Body = body };
        return Json(id);
    }

    private long? Find(string path) =>
        path.StartsWith(Comment, StringComparison.Ordinal) && _comments.ContainsKey(Number(path[Comment.Length..])) ? Number(path[Comment.Length..]) : null;

    private string Json(long id) => new JsonObject
    {
        ["id"] = id,
        ["body"] = _comments[id].Body,
        ["user"] = _comments[id].Author.Length == 0 ? null : new JsonObject { ["login"] = _comments[id].Author, ["type"] = _comments[id].Type },
    }.ToJsonString();

    private static string Text(string json) => JsonDocument.Parse(json).RootElement.GetProperty("body").GetString()!;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private T Locked<T>(Func<T> action)
    {
        lock (_lock)
            return action();
    }

    private static async Task<(string Head, string Body)?> ReadAsync(NetworkStream stream)
    {
        var request = new MemoryStream();
        var buffer = new byte[65536];
        while (true)
        {
            var all = request.ToArray();
            var end = all.AsSpan().IndexOf("\r\n\r\n"u8);
            var head = end < 0 ? "" : Encoding.ASCII.GetString(all, 0, end);
            var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            if (end >= 0 && all.Length - end - 4 >= (length is null ? 0 : Number(length.Split(':')[1])))
                return (head, Encoding.UTF8.GetString(all, end + 4, all.Length - end - 4));
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
                return null;
            request.Write(buffer, 0, count);
        }
    }

    private sealed record Trouble(string Method, (string Status, string Headers, string Body)? Answer, bool AfterEffect = false);
}
