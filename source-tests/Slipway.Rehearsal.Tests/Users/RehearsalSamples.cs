using Slipway.Manifest;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Mail;
using Slipway.Rehearsal.Page;
using Slipway.Rehearsal.Users;

namespace Slipway.Rehearsal.Tests.Users;

/// <summary>Rehearsals for pages.</summary>
internal static class RehearsalSamples
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RehearsalContent Content(string notes, bool isGood) => new(
        new ReleaseManifest(ReleaseManifest.CurrentVersion, "ferry", "1.2.3", "v1.2.3", new string('a', 40), false, notes, [new Asset("SHA256SUMS", AssetKind.Checksums, null, 1234, new string('b', 64))], [new ReleaseCrate("ferry", "1.2.3", new string('c', 64))]),
        new Uri("http://127.0.0.1:1/octo/ferry/releases/tag/v1.2.3"),
        [new UserCheck("signature", isGood, "gpg --verify", isGood ? null : "Run Sign.")],
        $"{new string('b', 64)}  ferry-1.2.3-x86_64-unknown-linux-gnu.tar.gz",
        "-----BEGIN PGP SIGNATURE-----\nsignature",
        [new DiscordMessage("1", "ferry 1.2.3 is released", "{\"embeds\":[{\"title\":\"Release notes\",\"description\":\"text\"}]}")],
        [new ReceivedMail("ferry@example.org", ["team@example.org"], "Subject: ferry 1.2.3 is released\r\n\r\ntext\r\n")],
        [new Call(Time, "github", "POST", "/releases", 201, TimeSpan.FromMilliseconds(5), Fault: false), new Call(Time, "github", "GET", "/repos/octo/ferry/" + new string('x', 200), 503, TimeSpan.FromMilliseconds(50), Fault: true)]);
}
