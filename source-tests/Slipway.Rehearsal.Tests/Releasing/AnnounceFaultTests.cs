using System.Text.RegularExpressions;
using Slipway.Rehearsal.Tests.Releasing.Faults;

namespace Slipway.Rehearsal.Tests.Releasing;

public class AnnounceFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_goes_wrong_once_with_an_announcement_it_is_made_once() =>
        await new FaultMatrix(output, DisturbedAnnouncement.StartAsync, new Regex(@"\bv1\.2\.3\b"))
        {
            // Discord lists no messages: a post whose answer is lost is for a person to look at.
            MayStop = (kind, place) => FaultKinds.Stopping.Contains(kind) || (place is { Server: "discord", Method: "POST" } && kind is not ("429" or "403 limit")),
        }.TryAsync("Announcement", least: 80);
}
