using System.Net;
using System.Net.Http.Headers;
using Slipway.Http;
using Slipway.Messages;

namespace Slipway.Tests.Http;

public class SendingTests
{
    [Fact]
    public void A_client_has_no_limit_that_counts_the_pauses_servers_ask_for()
    {
        using var client = Sending.Client(new SocketsHttpHandler());

        client.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task A_pause_that_Discord_asks_for_is_kept_and_the_message_posted_once()
    {
        using var server = new Answering();
        using var discord = new DiscordWebhook(new Uri("https://discord.invalid/api/webhooks/1/word"), new PatientHandler(server, TimeProvider.System));

        (await discord.SendAsync(new Message("1", "out", "out", null, "", [], MessageTone.Good), TestContext.Current.CancellationToken)).ShouldBe("42");

        server.Calls.ShouldBe(2);
    }

    /// <summary>Asks for a pause first.</summary>
    private sealed class Answering : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(++Calls == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK) { Content = new StringContent("""{"id":"42"}""") };
            if (Calls == 1)
                answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMilliseconds(1));
            return Task.FromResult(answer);
        }
    }
}
