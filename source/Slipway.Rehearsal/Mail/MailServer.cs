using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Mail;

/// <summary>The embedded mail server: it takes what it is given, and sends nothing on.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly MailStore _store;
    private readonly MailOptions _options;
    private readonly ServerContext _context;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private MailServer(TcpListener listener, MailStore store, MailOptions options, ServerContext context)
    {
        (_listener, _store, _options, _context) = (listener, store, options, context);
        _serving = ServeAsync();
    }

    public string Host => ((IPEndPoint)_listener.LocalEndpoint).Address.ToString();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What tells a pipeline to send its mail here.</summary>
    public ImmutableSortedDictionary<string, string> Environment => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["MAIL_FROM"] = "rehearsal@localhost",
        ["MAIL_TO"] = "everyone@localhost",
        ["SMTP_HOST"] = Host,
        ["SMTP_PASSWORD"] = _options.Password,
        ["SMTP_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
        // Without one that it insists on, it takes any.
        ["SMTP_USER"] = _options.User ?? "rehearsal",
    });

    /// <summary>All mails, oldest first.</summary>
    public ImmutableArray<ReceivedMail> Mails => _store.Mails;

    internal static MailServer Start(string folder, MailOptions options, ServerContext context)
    {
        var listener = new TcpListener(IPAddress.Loopback, options.Port);
        try
        {
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"The embedded server mail cannot listen on 127.0.0.1: {exception.Message}",
                "Let it take any free port: 0.",
                cause: exception);
        }

        return new MailServer(listener, new MailStore(folder), options, context);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                sessions.RemoveAll(session => session.IsCompleted);
                sessions.Add(ConverseAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is to stop.
        }

        await Task.WhenAll(sessions);
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new SmtpSession(client.GetStream(), _options, _store, _context).RunAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException)
            {
                // The other side has gone, or this one goes.
            }
        }
    }
}
