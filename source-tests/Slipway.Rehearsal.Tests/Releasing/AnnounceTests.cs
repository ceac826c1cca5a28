using System.Text.RegularExpressions;
using Slipway.Messages;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Mail;
using Slipway.Releasing.Announcing;

namespace Slipway.Rehearsal.Tests.Releasing;

/// <summary>Announcements on Discord and by mail, and what becomes of them when something goes wrong.</summary>
public sealed class AnnounceTests : IAsyncLifetime
{
    private const string Password = "the-word-for-mail";

    private ReleaseBench _bench = null!;
    private DiscordServer _discord = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await ReleaseBench.StartAsync();
        await _bench.ReleaseAsync();
        _discord = await DiscordServer.StartAsync(Path.Combine(_bench.Folder, "discord"), new DiscordOptions(), _bench.Context);
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task A_release_is_told_once_in_both_channels_on_any_machine()
    {
        await using var mail = Mail();

        await AnnounceAsync(mail);
        await AnnounceAsync(mail);
        _bench.LoseJournal();
        await AnnounceAsync(mail);

        _discord.Messages.ShouldHaveSingleItem().Content.ShouldBe("✅ caro 1.2.3 is released");
        var sent = mail.Mails.ShouldHaveSingleItem();
        sent.From.ShouldBe("slipway@example.org");
        sent.Recipients.ShouldBe(["ada@example.org", "grace@example.org"]);
        sent.Text.ShouldContain("Subject: caro 1.2.3 is released\r\n");
        sent.Text.ShouldContain("It floats.");
        sent.Text.ShouldContain("Auto-Submitted: auto-generated");
        (await StatesAsync(mail)).ShouldBe([AnnounceState.Announced, AnnounceState.Announced]);
    }

    [Fact]
    public async Task A_channel_that_is_down_keeps_nothing_from_the_other_and_is_told_by_the_next_run()
    {
        await using var mail = Mail();
        _bench.Faults.Add(new Fault("EHLO", "/") { Server = "mail", Cut = true });

        var stopped = await Should.ThrowAsync<SlipwayException>(() => AnnounceAsync(mail));

        stopped.Message.ShouldContain("v1.2.3 is public, and not announced by mail");
        _discord.Messages.ShouldHaveSingleItem();
        (await StatesAsync(mail)).ShouldBe([AnnounceState.Announced, AnnounceState.NotAnnounced]);
        await AnnounceAsync(mail);
        _discord.Messages.ShouldHaveSingleItem();
        mail.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mail_that_was_cut_off_is_sent_again_as_the_same_message()
    {
        await using var mail = Mail();
        _bench.Faults.Add(new Fault("DATA", "/") { Server = "mail", Cut = true, Commits = true });

        (await Should.ThrowAsync<SlipwayException>(() => AnnounceAsync(mail))).Explain().ShouldContain("Announce again, which sends the same message");
        (await StatesAsync(mail)).ShouldBe([AnnounceState.Announced, AnnounceState.CutOff]);
        await AnnounceAsync(mail);

        mail.Mails.Length.ShouldBe(2);
        mail.Mails.Select(IdOf).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task When_one_address_is_refused_nobody_is_told_and_it_is_named()
    {
        await using var mail = Mail(new MailOptions { Unknown = ["grace@example.org"] });

        var stopped = await Should.ThrowAsync<SlipwayException>(() => AnnounceAsync(mail));

        stopped.Message.ShouldContain("does not take mail for grace@example.org (550 No such user here). Nobody was sent any");
        mail.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        await using var mail = Mail(new MailOptions { User = "ada", Password = "another" });

        var stopped = await Should.ThrowAsync<SlipwayException>(() => AnnounceAsync(mail));

        stopped.Message.ShouldContain("does not let ada in");
        stopped.ToString().ShouldNotContain(Password);
        mail.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_somebody_has_deleted_is_not_made_again()
    {
        await using var mail = Mail();
        await AnnounceAsync(mail);
        using var http = new HttpClient();
        await http.DeleteAsync(new Uri($"{_discord.Webhook}/messages/{_discord.Messages.Single().Id}"), Token);

        await AnnounceAsync(mail);

        _discord.Messages.ShouldBeEmpty();
        _bench.Said.ShouldContain("What was announced on Discord was deleted by somebody; it is not announced again.");
    }

    [Fact]
    public async Task A_webhook_that_is_gone_is_no_message_that_is_gone()
    {
        await using var mail = Mail();
        await AnnounceAsync(mail);
        var gone = new Uri(_discord.Webhook.ToString().Replace(new DiscordOptions().WebhookId, "1000000000000000002", StringComparison.Ordinal));

        (await Should.ThrowAsync<SlipwayException>(() => AnnounceAsync(mail, gone))).Explain().ShouldContain("The webhook is gone or its address is wrong");
    }

    [Fact]
    public async Task What_a_webhooks_address_says_of_a_thread_is_kept()
    {
        await using var mail = Mail();

        await AnnounceAsync(mail, new Uri($"{_discord.Webhook}?thread_id=7"));
        await AnnounceAsync(mail, new Uri($"{_discord.Webhook}?thread_id=7"));

        _bench.Calls.Where(x => x.Server == "discord").ShouldAllBe(x => x.Path.Contains("thread_id=7"));
    }

    private static string IdOf(ReceivedMail mail) => Regex.Match(mail.Text, "^Message-Id: (.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;

    private MailServer Mail(MailOptions? options = null) => MailServer.Start(Path.Combine(_bench.Folder, "mail"), options ?? new MailOptions(), _bench.Context);

    private Channels Open(MailServer mail, Uri? webhook = null) => Channels.Open(
        webhook ?? _discord.Webhook,
        new MailSettings(mail.Host, mail.Port, "ada", Password, "slipway@example.org", ["ada@example.org; grace@example.org"]),
        TimeProvider.System);

    private async Task AnnounceAsync(MailServer mail, Uri? webhook = null)
    {
        using var channels = Open(mail, webhook);
        await _bench.RunAsync(async (run, releases, token) =>
        {
            await new AnnounceStep(run, releases, channels.All) { Settings = _bench.Settings }.RunAsync(null, again: false, token);
            return true;
        });
    }

    private async Task<IReadOnlyList<AnnounceState>> StatesAsync(MailServer mail)
    {
        using var channels = Open(mail);
        return await _bench.RunAsync<IReadOnlyList<AnnounceState>>(async (run, releases, token) =>
        {
            var release = await releases.GetPublicAsync(run.Manifest.Tag, token);
            return [.. channels.All.Select(x => AnnounceStep.StateOf(run, release, x))];
        });
    }
}
