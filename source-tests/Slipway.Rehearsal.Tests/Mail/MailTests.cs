using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Mail;

namespace Slipway.Rehearsal.Tests.Mail;

public sealed class MailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_as_it_was_sent()
    {
        await using var server = Start(new MailOptions());

        await SendAsync(server, "First\r\n.\r\n..two periods\r\nÜber");

        var mail = server.Mails.Single();
        mail.From.ShouldBe("slipway@example.org");
        mail.Recipients.ShouldBe(["ada@example.org", "grace@example.org"]);
        mail.Text.ShouldContain("Subject: 1.0.0 is out\r\n");
        var body = mail.Text[(mail.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Encoding.UTF8.GetString(Convert.FromBase64String(body)).TrimEnd().ShouldBe("First\r\n.\r\n..two periods\r\nÜber");
    }

    [Fact]
    public async Task Who_sends_must_be_known()
    {
        await using var server = Start(new MailOptions { User = "ada", Password = "lovelace" });

        await Should.ThrowAsync<SmtpException>(() => SendAsync(server, "Hello"));
        await Should.ThrowAsync<SmtpException>(() => SendAsync(server, "Hello", new NetworkCredential("ada", "wrong")));
        server.Mails.ShouldBeEmpty();
        await SendAsync(server, "Hello", new NetworkCredential("ada", "lovelace"));
        server.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_plain_conversation_takes_doubled_periods_out()
    {
        await using var server = Start(new MailOptions { User = "ada", Password = "lovelace", Unknown = ["nobody@example.org"] });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(server.Host), server.Port, Token);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);

        (await reader.ReadLineAsync(Token)).ShouldStartWith("220");
        (await AskAsync("MAIL FROM:<a@example.org>")).ShouldStartWith("530");
        (await AskAsync($"AUTH PLAIN {Convert.ToBase64String("\0ada\0lovelace"u8)}")).ShouldStartWith("235");
        (await AskAsync("DATA")).ShouldStartWith("503");
        (await AskAsync("MAIL FROM:<a@example.org>")).ShouldStartWith("250");
        (await AskAsync("RCPT TO:<nobody@example.org>")).ShouldStartWith("550");
        (await AskAsync("RCPT TO:<b@example.org>")).ShouldStartWith("250");
        (await AskAsync("DATA")).ShouldStartWith("354");
        (await AskAsync("Subject: x\r\n\r\n..\r\n...y\r\n.")).ShouldStartWith("250");
        (await AskAsync("WHAT")).ShouldStartWith("500");
        (await AskAsync("QUIT")).ShouldStartWith("221");
        server.Mails.Single().Text.ShouldBe("Subject: x\r\n\r\n.\r\n..y\r\n");

        async Task<string?> AskAsync(string text)
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), Token);
            return await reader.ReadLineAsync(Token);
        }
    }

    [Fact]
    public async Task A_connection_that_is_cut_after_the_mail_has_it_all_the_same()
    {
        var faults = new FaultPlan(new Fault("DATA", "/") { Cut = true, Commits = true }, new Fault("MAIL", "/") { Status = 451, Occurrence = 2 });
        await using var server = Start(new MailOptions(), faults);

        await Should.ThrowAsync<SmtpException>(() => SendAsync(server, "Hello"));
        server.Mails.ShouldHaveSingleItem();
        await Should.ThrowAsync<SmtpException>(() => SendAsync(server, "Hello"));
        server.Mails.ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private MailServer Start(MailOptions options, FaultPlan? faults = null) => MailServer.Start(_folder.Path, options, Server.Context(faults));

    private static async Task SendAsync(MailServer server, string text, NetworkCredential? credential = null)
    {
        using var client = new SmtpClient(server.Host, server.Port) { Credentials = credential };
        using var mail = new MailMessage("slipway@example.org", "ada@example.org,grace@example.org", "1.0.0 is out", text) { BodyEncoding = Encoding.UTF8 };
        await client.SendMailAsync(mail, Token);
    }
}
