using System.Net;
using System.Net.Sockets;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public class HttpTasksTests : TemporaryFolder
{
    [Fact]
    public void A_text_is_downloaded_with_the_headers_asked_for()
    {
        using var server = new Server("200 OK", "hello");

        HttpTasks.HttpDownloadString(server.Uri, headerConfigurator: x => x.Add("X-Token", "abc")).ShouldBe("hello");

        server.Request.ShouldContain("X-Token: abc");
    }

    [Fact]
    public void A_file_is_downloaded_whole()
    {
        using var server = new Server("200 OK", "hello");

        HttpTasks.HttpDownloadFile(server.Uri, Root / "new" / "a.txt", clientConfigurator: x => x);

        (Root / "new" / "a.txt").ReadAllText().ShouldBe("hello");
    }

    [Fact]
    public void A_failed_download_keeps_the_old_file()
    {
        using var server = new Server("404 Not Found", "no");
        var file = (Root / "a.txt").WriteAllText("old");

        Should.Throw<HttpRequestException>(() => HttpTasks.HttpDownloadFile(server.Uri, file)).Message.ShouldContain("404");

        file.ReadAllText().ShouldBe("old\n");
        Root.GetFiles().ShouldBe([file]);
    }

    [Fact]
    public void A_silent_server_is_an_error()
    {
        using var server = new Server("200 OK", "hello", announcedLength: 100);

        Should.Throw<TimeoutException>(() => HttpTasks.HttpDownloadFile(
            server.Uri,
            Root / "a.txt",
            clientConfigurator: x =>
            {
                x.Timeout = TimeSpan.FromMilliseconds(500);
                return x;
            })).Message.ShouldBe($"Download of '{server.Uri}' stopped: no data for 0.5 seconds");

        Root.GetFiles().ShouldBeEmpty();
    }

    /// <summary>Answers one request and keeps the connection open until it is disposed.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task<TcpClient> _answer;

        public Server(string status, string body, int? announcedLength = null)
        {
            _listener.Start();
            _answer = Task.Run(() => Answer($"HTTP/1.1 {status}\r\nContent-Length: {announcedLength ?? body.Length}\r\n\r\n{body}"));
        }

        public string Uri => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public string Request { get; private set; } = string.Empty;

        public void Dispose()
        {
            _listener.Dispose();
            if (_answer.IsCompletedSuccessfully)
                _answer.Result.Dispose();
        }

        private async Task<TcpClient> Answer(string response)
        {
            var client = await _listener.AcceptTcpClientAsync();
            var buffer = new byte[4096];
            while (!Request.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                Request += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(response));
            return client;
        }
    }
}
