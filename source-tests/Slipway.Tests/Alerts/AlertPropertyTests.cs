using CsCheck;
using Slipway.Alerts;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Tests.Alerts;

/// <summary>Whatever happens to a pipeline and to the channels.</summary>
public class AlertPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly AlertChannel[] Channels = [AlertChannel.Discord, AlertChannel.Mail, AlertChannel.GitHubIssue];
    private static readonly AlertRoutes Routes = AlertRoutes.Default.With(AlertEvent.AuditFinding, Channels);

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 2],
        Gen.Bool,
        Gen.Int[1, 1500],
        Gen.Bool,
        Gen.Enum<Outcome>(),
        Gen.Enum<Outcome>(),
        (problem, isOpen, minutes, isRepeated, first, second) => new Step(problem, isOpen, TimeSpan.FromMinutes(minutes), isRepeated, first, second)).Array[1, 40];

    private enum Outcome
    {
        Told,
        Missed,
        Doubtful,
        Killed,
    }

    [Fact]
    public void No_channel_hears_two_messages_of_a_kind_of_a_problem_without_the_other_between() => Steps.Sample(steps =>
    {
        foreach (var heard in Play(steps).GroupBy(x => (x.Channel, x.Key)))
        {
            var isOpen = false;
            foreach (var (_, _, news, _) in heard)
            {
                if (news == AlertNews.Begun ? isOpen : !isOpen && news != AlertNews.Update)
                    return false;
                isOpen = news switch { AlertNews.Begun => true, AlertNews.Over => false, _ => isOpen };
            }
        }

        return true;
    });

    [Fact]
    public void No_channel_is_reminded_of_a_problem_twice_on_a_day() => Steps.Sample(steps =>
        Play(steps).Where(x => x.News == AlertNews.Reminder).GroupBy(x => (x.Channel, x.Key, x.At.Date)).All(x => x.Count() == 1));

    [Fact]
    public void What_goes_on_was_told_and_what_is_over_too_once_the_channels_work_again() => Steps.Sample(steps =>
    {
        var state = new State();
        foreach (var step in steps)
            state.Do(step);
        // Nothing happens but that each problem is seen once more, when those who were killed are given up.
        var last = steps.GroupBy(x => x.Problem).Select(x => x.Last()).ToList();
        foreach (var step in last.Concat(last))
            state.Do(step with { Later = TimeSpan.FromHours(2), IsRepeated = false, Discord = Outcome.Told, Others = Outcome.Told });
        return last.TrueForAll(step => Channels.All(channel =>
            state.Book.Problems.GetValueOrDefault(Key(step.Problem)) is not { } problem
            || (problem.Told.GetValueOrDefault(AlertWords.Of(channel))?.IsOpen ?? false) == step.IsOpen));
    });

    [Fact]
    public void No_channel_has_more_messages_within_an_hour_than_it_may() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 12], Gen.Int[1, 50]).Array[1, 12].Sample(rounds =>
        {
            var (book, now, run) = (AlertBook.Empty, Start, 0);
            var sent = new List<(AlertChannel Channel, DateTimeOffset At)>();
            foreach (var (first, count, minutes) in rounds)
            {
                now += TimeSpan.FromMinutes(minutes);
                var alerts = Enumerable.Range(first, count).Select(x => new Alert(AlertEvent.AuditFinding, null, Key(x), Text(x), IsOpen: true));
                var report = new AlertReport($"{++run}", now, alerts);
                var decision = AlertDecision.Of(book, report, Routes, Channels, AlertLimits.Default with { MostPerHour = 5 }, now);
                book = decision.Sendings.Aggregate(decision.Book, (all, sending) => AlertClaims.Told(all, sending, now, isDoubtful: false));
                sent.AddRange(decision.Sendings.Where(x => x.Items.Any(item => item.News != AlertNews.Update)).Select(x => (x.Channel, now)));
            }

            return sent.TrueForAll(x => sent.Count(other => other.Channel == x.Channel && other.At <= x.At && other.At > x.At.AddHours(-1)) <= 5);
        });

    private static IReadOnlyList<Heard> Play(IEnumerable<Step> steps)
    {
        var state = new State();
        foreach (var step in steps)
            state.Do(step);
        return state.Heard;
    }

    private static string Key(int problem) => AlertWords.Key(AlertEvent.AuditFinding, $"{problem}");

    private static Message Text(int problem) => new("", $"finding {problem}", "", null, "", [], MessageTone.Bad);

    private sealed record Step(int Problem, bool IsOpen, TimeSpan Later, bool IsRepeated, Outcome Discord, Outcome Others);

    private sealed record Heard(AlertChannel Channel, string Key, AlertNews News, DateTimeOffset At);

    private sealed class State
    {
        private DateTimeOffset _now = Start;
        private int _run;
        private Step? _before;
        private DateTimeOffset _began;

        public AlertBook Book { get; private set; } = AlertBook.Empty;

        public List<Heard> Heard { get; } = [];

        public void Do(Step step)
        {
            _now += step.Later;
            var said = step.IsRepeated && _before is not null ? _before : step;
            if (!ReferenceEquals(said, _before))
                (_run, _before, _began) = (_run + 1, said, _now);
            var report = new AlertReport($"{_run}", _began, new Alert(AlertEvent.AuditFinding, null, Key(said.Problem), Text(said.Problem), said.IsOpen));
            var decision = AlertDecision.Of(Book, report, Routes, Channels, AlertLimits.Default, _now);
            Book = decision.Book;
            foreach (var sending in decision.Sendings)
                Send(sending, sending.Channel == AlertChannel.Discord ? step.Discord : step.Others);
        }

        // Who was killed has sent it, and nobody remembers; what is doubtful has arrived.
        private void Send(AlertSending sending, Outcome outcome)
        {
            // Of mails and issues the second sending of the same is none to their readers.
            var isSeen = outcome is Outcome.Told or Outcome.Doubtful or Outcome.Killed && (sending.Channel == AlertChannel.Discord || outcome == Outcome.Told);
            if (isSeen)
                Heard.AddRange(sending.Items.Select(item => new Heard(sending.Channel, item.Problem.Key, item.News, _now)));
            Book = outcome switch
            {
                Outcome.Told => AlertClaims.Told(Book, sending, _now, isDoubtful: false),
                Outcome.Missed => AlertClaims.Missed(Book, sending),
                Outcome.Doubtful => sending.Channel == AlertChannel.Discord ? AlertClaims.Told(Book, sending, _now, isDoubtful: true) : AlertClaims.Missed(Book, sending),
                _ => Book,
            };
        }
    }
}
