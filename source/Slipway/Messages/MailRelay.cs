using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Slipway.Messages;

/// <summary>A server that takes mail: https://www.rfc-editor.org/rfc/rfc5321</summary>
public sealed class MailRelay(MailSettings settings, TimeProvider time, TimeSpan? limit = null) : IChannel
{
    private const int MostOfWords = 200;

    // For one mail, from the connection to the last answer; RFC 5321 lets a server take its time.
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _limit = limit ?? Usual;

    public string Key => "mail";

    public string Name => "Mail";

    public string Way => "by mail";

    public string Call => $"SMTP to {Place}, for {string.Join(", ", settings.To.Select(x => x.Address))}";

    /// <summary>A mail that comes a second time has the same Message-ID, and mail programs show it once.</summary>
    public bool MayRepeat => true;

    private string Place => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    // What is secret must not cross a network for all to read; a server on this machine need not know TLS.
    private SecureSocketOptions Security => settings switch
    {
        { Port: MailSettings.TlsPort } => SecureSocketOptions.SslOnConnect,
        { IsLocal: true } => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    public async Task<string> SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var mail = MailText.Of(message, settings, time.GetUtcNow());
        using var deadline = new CancellationTokenSource(_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var client = new AllOrNoneClient(settings.To.Length);
        var text = new Begun();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security, either.Token);
            if (settings.User is { } user)
                await client.AuthenticateAsync(user, settings.Password!, either.Token);
            await client.SendAsync(mail, either.Token, text);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            // An answer says what became of the mail; when none came, it may be on its way.
            throw text.IsBegun && exception is not SmtpCommandException
                ? new UncertainException($"{Place} broke off while it took the mail", exception)
                : Refused(client, exception);
        }

        await CloseAsync(client, either.Token);
        return mail.MessageId!;
    }

    /// <summary>What was sent cannot be changed, and nobody can be asked about it.</summary>
    public Task<bool> UpdateAsync(string id, Message message, CancellationToken cancellationToken) => Task.FromResult(true);

    public void Dispose()
    {
        // Each mail has a connection of its own.
    }

    private static async Task CloseAsync(AllOrNoneClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // The mail was taken before.
        }
    }

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is IOException or SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private SlipwayException Refused(AllOrNoneClient client, Exception exception)
    {
        var (message, hint) = exception switch
        {
            AuthenticationException => ($"{Place} does not let {settings.User} in.", "Mend SMTP_USER, or the secret SMTP_PASSWORD; many servers want a password made for this one program."),
            SslHandshakeException => ($"{Place} does not come to a safe connection: {Words(exception)}", $"Its certificate must be valid for {settings.Host}; port {MailSettings.TlsPort} begins with TLS, and the others with STARTTLS."),
            NotSupportedException when client.IsConnected => ($"{Place} asks nobody who it is.", "Leave SMTP_USER and SMTP_PASSWORD out."),
            NotSupportedException => ($"{Place} does not know STARTTLS, and mail is not sent for all to read.", $"Take port {MailSettings.TlsPort}, or another server."),
            SmtpCommandException when client.Refused is { Count: > 0 } refused => ($"{Place} does not take mail for {string.Join(", nor for ", refused.Select(x => $"{x.Address} ({x.Answer})"))}. Nobody was sent any.", "Mend or take out the address in MAIL_TO, and run it again."),
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => ($"{Place} does not take mail from {settings.From.Address}: {Words(exception)}", "Mend MAIL_FROM, or say who sends: SMTP_USER and SMTP_PASSWORD."),
            CommandException => ($"{Place} does not take the mail: {Words(exception)}", "Run it again."),
            OperationCanceledException => (string.Create(CultureInfo.InvariantCulture, $"{Place} does not answer within {_limit.TotalSeconds:0.##} seconds. No mail was sent."), "Mend SMTP_HOST or SMTP_PORT, or run it again later."),
            _ => ($"{Place} does not take the mail: {Words(exception)}", "Mend SMTP_HOST or SMTP_PORT, or run it again later."),
        };
        return new SlipwayException(ErrorKind.Environment, message, hint, cause: exception);
    }

    private static string Words(Exception exception) => Excerpt.Line(exception.Message.TrimEnd('.'), MostOfWords) + ".";

    /// <summary>Sends nothing when one of the recipients is refused, and asks about all of them before.</summary>
    private sealed class AllOrNoneClient(int recipients) : SmtpClient
    {
        private int _asked;

        public List<(string Address, string Answer)> Refused { get; } = [];

        protected override void OnRecipientAccepted(MimeKit.MimeMessage message, MimeKit.MailboxAddress mailbox, SmtpResponse response) => Count(mailbox, response);

        protected override void OnRecipientNotAccepted(MimeKit.MimeMessage message, MimeKit.MailboxAddress mailbox, SmtpResponse response)
        {
            Refused.Add((mailbox.Address, Excerpt.Line(string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.Response}"), MostOfWords)));
            Count(mailbox, response);
        }

        private void Count(MimeKit.MailboxAddress mailbox, SmtpResponse response)
        {
            if (++_asked >= recipients && Refused.Count > 0)
                throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, response.StatusCode, mailbox, response.Response);
        }
    }

    /// <summary>Whether the text of a mail was begun: until then the server has none of it.</summary>
    private sealed class Begun : ITransferProgress
    {
        public bool IsBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsBegun = true;

        public void Report(long bytesTransferred) => IsBegun = true;
    }
}
