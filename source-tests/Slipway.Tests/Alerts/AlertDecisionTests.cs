using Slipway.Alerts;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Tests.Alerts;

public class AlertDecisionTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly AlertChannel[] Discord = [AlertChannel.Discord];

    [Fact]
    public void A_problem_is_told_once_while_it_goes_on_and_once_when_it_is_over()
    {
        var team = new Team();

        team.Hear("1", Morning, red: true).ShouldBe(["Begun"]);
        team.Hear("2", Morning.AddHours(1), red: true).ShouldBeEmpty();
        team.Hear("3", Morning.AddHours(2), red: true).ShouldBeEmpty();
        team.Hear("4", Morning.AddHours(3), red: false).ShouldBe(["Over"]);
        team.Hear("5", Morning.AddHours(4), red: false).ShouldBeEmpty();
    }

    [Fact]
    public void A_green_branch_that_never_was_red_is_no_news() =>
        new Team().Hear("1", Morning, red: false).ShouldBeEmpty();

    [Fact]
    public void The_same_run_is_never_told_twice()
    {
        var team = new Team();
        team.Hear("1", Morning, red: true);

        team.Hear("1", Morning.AddDays(2), red: true).ShouldBeEmpty();
        team.Book.Problems.Values.Single().Times.ShouldBe(1);
    }

    [Fact]
    public void A_problem_that_goes_on_is_told_again_on_another_day_with_since_when_and_how_often()
    {
        var team = new Team();
        team.Hear("1", Morning, red: true);
        team.Hear("2", Morning.AddHours(1), red: true);

        team.Hear("3", Morning.AddDays(1), red: true).ShouldBe(["Reminder"]);

        var message = team.Last.Message;
        message.Headline.ShouldBe("Still: ci is red");
        message.Fields.Select(x => $"{x.Name}: {x.Lines[0]}").ShouldBe(["Since: 2026-11-23 09:00 UTC", "Runs that saw it: 3"]);
        team.Hear("4", Morning.AddDays(1).AddHours(1), red: true).ShouldBeEmpty();
    }

    [Fact]
    public void What_begins_before_midnight_is_not_told_again_after_it()
    {
        var team = new Team();
        team.Hear("1", Morning.AddHours(14), red: true);

        team.Hear("2", Morning.AddHours(16), red: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_began_before_the_last_one_changes_nothing()
    {
        var team = new Team();
        team.Hear("2", Morning.AddHours(1), red: true);

        team.Hear("1", Morning, red: false).ShouldBeEmpty();
        team.Book.Problems.Values.Single().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_problem_that_is_named_no_more_is_over_only_when_all_are_named()
    {
        var finding = new Alert(AlertEvent.AuditFinding, null, "audit-finding:RUSTSEC-1", Text("bad crate"), IsOpen: true);
        var team = new Team();
        team.Hear(new AlertReport("1", Morning, finding)).ShouldBe(["Begun"]);

        team.Hear(new AlertReport("2", Morning.AddHours(1))).ShouldBeEmpty();
        team.Hear(new AlertReport("3", Morning.AddHours(2), [], [AlertEvent.FlakyTest])).ShouldBeEmpty();
        team.Hear(new AlertReport("4", Morning.AddHours(3), [], [AlertEvent.AuditFinding])).ShouldBe(["Over"]);
        team.Last.Message.Headline.ShouldBe("Over: bad crate");
        team.Last.Message.Tone.ShouldBe(MessageTone.Good);
    }

    [Fact]
    public void A_channel_that_missed_the_beginning_is_told_it_by_the_next_run_and_never_the_end_alone()
    {
        var missed = new Team(isReached: false);
        missed.Hear("1", Morning, red: true).ShouldBe(["Begun"]);
        missed.Hear("2", Morning.AddHours(1), red: false).ShouldBeEmpty();

        var late = new Team(isReached: false);
        late.Hear("1", Morning, red: true).ShouldBe(["Begun"]);
        late.IsReached = true;
        late.Hear("2", Morning.AddHours(1), red: true).ShouldBe(["Begun"]);
    }

    [Fact]
    public void More_than_a_channel_is_told_within_an_hour_is_one_message_that_names_them()
    {
        var team = new Team();
        var alerts = Enumerable.Range(0, 15).Select(x => new Alert(AlertEvent.AuditFinding, null, AlertWords.Key(AlertEvent.AuditFinding, $"{x:00}"), Text($"finding {x:00}"), IsOpen: true));

        var sendings = team.Decide(new AlertReport("1", Morning, alerts));

        sendings.Count.ShouldBe(10);
        sendings[9].Message.Headline.ShouldBe("6 more alerts");
        sendings[9].Message.Fields.Single().Lines.ShouldBe(Enumerable.Range(9, 6).Select(x => $"finding {x:00}"));
        team.Hear("2", Morning.AddMinutes(59), red: true).ShouldBeEmpty("there is no room");
        team.Hear("3", Morning.AddMinutes(61), red: true).ShouldBe(["Begun"], "it is not lost");
    }

    [Fact]
    public void The_end_goes_where_its_row_says_and_an_issue_is_closed_in_any_case()
    {
        AlertChannel[] all = [AlertChannel.Discord, AlertChannel.Mail, AlertChannel.GitHubIssue];
        var team = new Team(AlertRoutes.Default.With(AlertEvent.BranchGreen, AlertChannel.Mail), all);
        team.Decide(new AlertReport("1", Morning, Branch(red: true))).Count.ShouldBe(3);

        team.Decide(new AlertReport("2", Morning.AddHours(1), Branch(red: false))).Select(x => x.Channel).ShouldBe([AlertChannel.Mail, AlertChannel.GitHubIssue]);
    }

    [Fact]
    public void What_nobody_knows_to_have_arrived_is_not_sent_again_but_reminded_of_by_the_next_run()
    {
        var team = new Team(isReached: false);
        team.Hear("1", Morning, red: true);
        team.Book = AlertClaims.Told(AlertClaims.Take(team.Book, team.Last.Items[0], AlertChannel.Discord, Morning), team.Last, Morning, isDoubtful: true);

        team.IsReached = true;
        team.Hear("1", Morning.AddMinutes(1), red: true).ShouldBeEmpty();
        team.Hear("2", Morning.AddMinutes(2), red: true).ShouldBe(["Reminder"]);
        team.Hear("3", Morning.AddMinutes(3), red: true).ShouldBeEmpty();
    }

    [Fact]
    public void What_another_process_is_about_to_tell_is_left_to_it_until_it_is_given_up()
    {
        AlertChannel[] both = [AlertChannel.Discord, AlertChannel.Mail];
        var report = new AlertReport("1", Morning, Branch(red: true));
        var taken = AlertDecision.Of(AlertBook.Empty, report, AlertRoutes.Default, both, AlertLimits.Default, Morning);

        AlertDecision.Of(taken.Book, report, AlertRoutes.Default, both, AlertLimits.Default, Morning.AddMinutes(14)).Sendings.ShouldBeEmpty();

        // A mail that comes twice is one to its readers; a message on Discord is not.
        AlertDecision.Of(taken.Book, report, AlertRoutes.Default, both, AlertLimits.Default, Morning.AddMinutes(16)).Sendings.Select(x => x.Channel).ShouldBe([AlertChannel.Mail]);
    }

    private static Message Text(string headline, MessageTone tone = MessageTone.Bad) => new("", headline, "", null, "", [], tone);

    private static Alert Branch(bool red) => new(
        red ? AlertEvent.BranchRed : AlertEvent.BranchGreen,
        null,
        "branch-red:main:ci",
        red ? Text("ci is red") : Text("ci is green", MessageTone.Good),
        red);

    private sealed class Team(AlertRoutes? routes = null, IReadOnlyCollection<AlertChannel>? channels = null, bool isReached = true)
    {
        public AlertBook Book { get; set; } = AlertBook.Empty;

        public bool IsReached { get; set; } = isReached;

        public AlertSending Last { get; private set; } = null!;

        public IEnumerable<string> Hear(string run, DateTimeOffset at, bool red) => Hear(new AlertReport(run, at, Branch(red)));

        public IEnumerable<string> Hear(AlertReport report) => Decide(report).SelectMany(x => x.Items).Select(x => x.News.ToString());

        public IReadOnlyList<AlertSending> Decide(AlertReport report)
        {
            var now = report.At > Morning ? report.At : Morning;
            var decision = AlertDecision.Of(Book, report, routes ?? AlertRoutes.Default, channels ?? Discord, AlertLimits.Default, now);
            Book = decision.Sendings.Aggregate(decision.Book, (book, sending) => IsReached ? AlertClaims.Told(book, sending, now, isDoubtful: false) : AlertClaims.Missed(book, sending));
            Last = decision.Sendings.LastOrDefault() ?? Last;
            return decision.Sendings;
        }
    }
}
