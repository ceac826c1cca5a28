using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Discord;

namespace Slipway.Rehearsal.Tests.Discord;

public sealed class DiscordTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly HttpClient _http = new();
    private DiscordServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await DiscordServer.StartAsync(_folder.Path, new DiscordOptions { Burst = 2 }, Server.Context(time: _time));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_who_waits_is_told_the_id()
    {
        using var silent = await SendAsync(new { content = "One" }, "");
        using var waited = await SendAsync(new { content = "Two" });

        silent.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await JsonAsync(waited))["id"]).ShouldBe(_server.Messages[1].Id);
        _server.Messages.Select(message => message.Content).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public async Task A_message_is_edited_and_deleted()
    {
        using var sent = await SendAsync(new { content = "1.0.0 is out", username = "Slipway" });
        var message = new Uri($"{_server.Webhook}/messages/{(string?)(await JsonAsync(sent))["id"]}");

        using var edited = await _http.PatchAsJsonAsync(message, new { content = "1.0.1 is out" }, Token);
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        _server.Messages.Single().Content.ShouldBe("1.0.1 is out");
        _server.Messages.Single().Json.ShouldContain("Slipway");
        using var deleted = await _http.DeleteAsync(message, Token);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await _http.DeleteAsync(message, Token);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_many_messages_have_to_wait()
    {
        (await SendAsync(new { content = "One" })).Dispose();
        (await SendAsync(new { content = "Two" })).Dispose();
        using var limited = await SendAsync(new { content = "Three" });
        _time.Advance(TimeSpan.FromSeconds(2));
        using var later = await SendAsync(new { content = "Three" });

        limited.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        ((double)(await JsonAsync(limited))["retry_after"]!).ShouldBe(2);
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { """{ "content": "" }""", "Cannot send an empty message" },
        { $$"""{ "content": "{{new string('x', 2001)}}" }""", "Must be 2000 or fewer" },
        { $$"""{ "embeds": [{{string.Join(',', Enumerable.Repeat("""{ "title": "x" }""", 11))}}] }""", "Must be 10 or fewer" },
        { $$"""{ "embeds": [{ "fields": [{ "name": "x", "value": "{{new string('x', 1025)}}" }] }] }""", "Must be 1024 or fewer" },
        { $$"""{ "embeds": [{{string.Join(',', Enumerable.Repeat($$"""{ "description": "{{new string('x', 3001)}}" }""", 2))}}] }""", "Embed size exceeds" },
        { "nonsense", "invalid JSON" },
    };

    [Theory]
    [MemberData(nameof(TooMuch), DisableDiscoveryEnumeration = true)]
    public async Task What_is_empty_or_too_much_is_refused(string message, string answer)
    {
        using var content = new StringContent(message);
        using var response = await _http.PostAsync(new Uri($"{_server.Webhook}?wait=true"), content, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain(answer);
        _server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        using var response = await _http.PostAsJsonAsync(new Uri($"{_server.Webhook}x"), new { content = "One" }, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<HttpResponseMessage> SendAsync(object message, string query = "?wait=true") =>
        _http.PostAsJsonAsync(new Uri(_server.Webhook + query), message, Token);

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
}
