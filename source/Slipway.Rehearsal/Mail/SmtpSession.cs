using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Mail;

/// <summary>One conversation with a program that sends mail.</summary>
internal sealed partial class SmtpSession(Stream stream, MailOptions options, MailStore store, ServerContext context)
{
    private readonly LineReader _reader = new(stream);
    private readonly SmtpLogin _login = new(options);
    private string? _from;
    private ImmutableArray<string> _recipients = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync("220 rehearsal ESMTP", cancellationToken);
        while (await _reader.ReadAsync(cancellationToken) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var (time, started) = (context.Time.GetUtcNow(), context.Time.GetTimestamp());
            var fault = context.Faults.Next("mail", verb, "/");
            if (fault is not null)
                await Task.Delay(fault.Delay, context.Time, cancellationToken);
            int? status = fault is { Spoils: true, Commits: false } ? null : await AnswerAsync(verb, line, fault?.Spoils == true, cancellationToken);
            if (fault is { Spoils: true, Then: { } then })
                then();
            if (fault?.Spoils == true)
                status = fault.Cut ? null : fault.Status;
            // What stands behind the verb may be a secret, or someone's address.
            context.Log.Add(new Call(time, "mail", verb, "/", status, context.Time.GetElapsedTime(started), fault is not null));
            if (status is null)
                return;
            if (fault?.Spoils == true)
                await SayAsync($"{status} {fault.Body ?? "Fault of the rehearsal"}", cancellationToken);
            if (verb == "QUIT")
                return;
        }
    }

    private async Task<int> AnswerAsync(string verb, string line, bool isMute, CancellationToken cancellationToken)
    {
        var answer = verb switch
        {
            "EHLO" => $"250-rehearsal\r\n250-SIZE {options.SizeLimit}\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
            "HELO" => "250 rehearsal",
            "AUTH" => await _login.AuthenticateAsync(line, AskAsync),
            "MAIL" => Mail(line),
            "RCPT" => Recipient(line),
            "DATA" => await DataAsync(cancellationToken),
            "RSET" => Reset("250 OK"),
            "NOOP" => "250 OK",
            "QUIT" => "221 Bye",
            "STARTTLS" => "454 TLS not available",
            _ => "500 Command not recognized",
        };
        if (!isMute)
            await SayAsync(answer, cancellationToken);
        return int.Parse(answer.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);

        async Task<string?> AskAsync(string question)
        {
            await SayAsync(question, cancellationToken);
            return await _reader.ReadAsync(cancellationToken);
        }
    }

    private string Mail(string line)
    {
        if (!_login.IsDone)
            return "530 Authentication required";
        if (_from is not null)
            return "503 Sender already given";
        if (Address().Match(line) is not { Success: true } match)
            return "501 Syntax: MAIL FROM:<address>";
        if (SizeOf().Match(line) is { Success: true } size && (!int.TryParse(size.Groups[1].ValueSpan, out var bytes) || bytes > options.SizeLimit))
            return "552 Message is too big";
        _from = match.Groups[1].Value;
        return "250 OK";
    }

    private string Recipient(string line)
    {
        if (_from is null)
            return "503 MAIL first";
        if (Address().Match(line) is not { Success: true, Groups: var groups } || groups[1].Length == 0)
            return "501 Syntax: RCPT TO:<address>";
        if (options.Unknown.Contains(groups[1].Value))
            return "550 No such user here";
        _recipients = _recipients.Add(groups[1].Value);
        return "250 OK";
    }

    private async Task<string> DataAsync(CancellationToken cancellationToken)
    {
        if (_recipients.IsEmpty)
            return "503 RCPT first";
        await SayAsync("354 End with a line that is a period", cancellationToken);
        var text = new StringBuilder();
        while (await _reader.ReadAsync(cancellationToken) is { } line)
        {
            if (line == ".")
                return Keep(text.ToString());
            // The sender doubles a period at the start of a line.
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        throw new EndOfStreamException();
    }

    private string Keep(string text)
    {
        if (text.Length > options.SizeLimit)
            return Reset("552 Message is too big");
        store.Add(new ReceivedMail(_from!, _recipients, text));
        return Reset("250 OK");
    }

    private string Reset(string answer)
    {
        (_from, _recipients) = (null, []);
        return answer;
    }

    private async Task SayAsync(string text, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), cancellationToken);

    [GeneratedRegex("^(?:MAIL FROM|RCPT TO): ?<([^<>]*)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(" SIZE=([0-9]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SizeOf();
}
