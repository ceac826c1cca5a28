using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nuke.Embedded.Tests.CI;

/// <summary>A server on this machine that answers each request with the next of the given answers.</summary>
internal sealed class Loopback : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public Loopback(params (string Status, string Body)[] answers)
    {
        _listener.Start();
        Url = $"http://{_listener.LocalEndpoint}";
        _serving = Serve(answers);
    }

    public string Url { get; }
    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _listener.Dispose();
        _serving.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    private async Task Serve((string Status, string Body)[] answers)
    {
        foreach (var (status, body) in answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            Requests.Add(await Read(stream));
            var head = $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
        }
    }

    private static async Task<string> Read(NetworkStream stream)
    {
        var request = new MemoryStream();
        var buffer = new byte[4096];
        while (!IsComplete(request.ToArray()))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
                break;
            request.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(request.ToArray());
    }

    private static bool IsComplete(byte[] request)
    {
        var end = request.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var length = Encoding.ASCII.GetString(request, 0, end).Split("\r\n").FirstOrDefault(x => x.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length == null || request.Length - end - 4 >= int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture);
    }
}
