using System.Collections.Immutable;
using System.Globalization;
using Slipway.History;
using Slipway.Importing;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Tests.GitHub;

namespace Slipway.Rehearsal.Tests.Importing;

public class GitHubImportTests
{
    private const string Source = "github:octo/crate";

    private const string Repository = "/repos/octo/crate";
    private const string AnyJobs = $"{Repository}/actions/runs/*/attempts/*/jobs";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_thousand_runs_arrive_as_they_were_told_with_attempts_and_jobs()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(1, 2_300, 25);
        past.TellTo(desk.Bench.Server);

        var result = await desk.ImportAsync();

        result.ShouldSatisfyAllConditions(
            x => x.IsWhole.ShouldBeTrue(),
            x => x.Missing.ShouldBe(0),
            x => x.Runs.ShouldBe(past.Runs.Sum(run => run.Attempts.Length)));
        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task A_day_with_more_runs_than_GitHub_shows_at_once_arrives_whole()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(8, 1_300, 1);
        past.TellTo(desk.Bench.Server);

        await desk.ImportAsync();

        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task A_second_import_asks_for_what_has_changed_and_brings_it_up_to_date()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(2, 400, 20);
        var running = past.Runs[7] with { Attempts = [past.Runs[7].Attempts[0] with { Status = "in_progress", Conclusion = null }] };
        var finished = past.Runs[7];
        past.Runs[7] = running;
        past.TellTo(desk.Bench.Server);
        var first = await desk.ImportAsync();
        // The run ends, and another is run again.
        past.Runs[7] = finished;
        past.Runs[9] = past.Runs[9] with { Attempts = past.Runs[9].Attempts.Add(past.Runs[9].Attempts[^1] with { Conclusion = "success" }) };
        desk.Bench.Server.AddRuns([past.Runs[7], past.Runs[9]]);

        var second = await desk.ImportAsync();

        second.Runs.ShouldBe(finished.Attempts.Length + 1);
        second.Deployments.ShouldBe(0);
        second.Requests.ShouldBeLessThan(first.Requests / 5);
        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task An_import_that_is_stopped_anywhere_goes_on_and_counts_nothing_twice()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(3, 60, 12);
        past.TellTo(desk.Bench.Server);
        for (var stop = 1; ; stop += 7)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var asked = 0;
            desk.Asking = () =>
            {
                if (++asked == stop)
                    cut.Cancel();
            };
            try
            {
                await desk.ImportAsync(cut.Token);
                break;
            }
            catch (OperationCanceledException) when (!Token.IsCancellationRequested)
            {
                stop.ShouldBeLessThan(2_000);
            }
        }

        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task A_day_of_several_pages_that_was_stopped_between_them_is_read_to_its_end()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(9, 350, 1);
        past.TellTo(desk.Bench.Server);
        // The second page is refused, after the first was kept.
        desk.Bench.Faults.Add(new Fault("GET", $"{Repository}/actions/runs") { Occurrence = 2, Status = 429, Body = "{}", Headers = ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "1800") });
        (await desk.ImportAsync()).IsWhole.ShouldBeFalse();

        (await desk.ImportAsync()).IsWhole.ShouldBeTrue();

        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task What_was_read_of_a_page_is_kept_when_the_rest_cannot_be_had()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(10, 90, 1);
        past.TellTo(desk.Bench.Server);
        desk.Bench.Faults.Add(new Fault("GET", AnyJobs) { Occurrence = 40, Status = 403, Body = """{"message":"You have exceeded a secondary rate limit"}""" });

        var first = await desk.ImportAsync();

        first.IsWhole.ShouldBeFalse();
        first.Runs.ShouldBeGreaterThan(30);
        await desk.ImportAsync();
        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task Attempts_before_one_that_is_under_way_are_read_and_jobs_of_the_one_before_count_there_alone()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(11, 12, 3);
        var run = past.Runs.Find(x => x.Attempts is [{ Jobs.Length: > 1 }])!;
        var (first, start) = (run.Attempts[0], run.Attempts[0].StartedAt.AddHours(1));
        // Its first job did not fail, and is repeated as it was.
        var again = first with { Conclusion = "success", StartedAt = start, UpdatedAt = start.AddMinutes(9), Jobs = [first.Jobs[0], first.Jobs[1] with { Conclusion = "success", CreatedAt = start, StartedAt = start.AddMinutes(1), CompletedAt = start.AddMinutes(8) }] };
        past.Runs[past.Runs.IndexOf(run)] = run with { Attempts = [first, again, again with { Status = "in_progress", Conclusion = null, StartedAt = start.AddHours(1) }] };
        past.TellTo(desk.Bench.Server);

        await desk.ImportAsync();

        past.Runs[past.Runs.FindIndex(x => x.Id == run.Id)] = run with { Attempts = [first, again with { Jobs = [again.Jobs[1]] }] };
        await desk.ShouldHaveAsync(past);
    }

    [Theory]
    [InlineData(503, false)]
    [InlineData(200, true)]
    [InlineData(429, false)]
    public async Task What_passes_is_asked_again(int status, bool cut)
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(4, 40, 5);
        past.TellTo(desk.Bench.Server);
        foreach (var path in new[] { $"{Repository}/actions/runs", AnyJobs, $"{Repository}/deployments", $"{Repository}/deployments/*/statuses" })
        {
            desk.Bench.Faults.Add(cut
                ? new Fault("GET", path) { Cut = true }
                : new Fault("GET", path) { Status = status, Body = "{}", Headers = status == 429 ? ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "0") : ImmutableSortedDictionary<string, string>.Empty });
        }

        (await desk.ImportAsync()).IsWhole.ShouldBeTrue();

        desk.Bench.Faults.Pending.ShouldBeEmpty();
        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task Where_GitHub_allows_no_more_it_stops_with_what_it_has_and_goes_on_later()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(5, 50, 10);
        past.TellTo(desk.Bench.Server);
        desk.Bench.Faults.Add(new Fault("GET", AnyJobs) { Occurrence = 20, Status = 403, Body = """{"message":"API rate limit exceeded"}""", Headers = ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "1800") });

        var first = await desk.ImportAsync();

        first.IsWhole.ShouldBeFalse();
        first.Until.ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(25));
        first.Runs.ShouldBeGreaterThan(0);
        (await desk.ImportAsync()).IsWhole.ShouldBeTrue();
        await desk.ShouldHaveAsync(past);
    }

    [Fact]
    public async Task A_run_that_is_deleted_meanwhile_is_left_out_and_counted()
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(6, 30, 6);
        past.TellTo(desk.Bench.Server);
        var gone = past.Runs.First(run => run.Attempts.Length == 1);
        desk.Bench.Faults.Add(new Fault("GET", $"{Repository}/actions/runs/{gone.Id}/attempts/1/jobs") { Status = 404, Body = "{}" });

        (await desk.ImportAsync()).Missing.ShouldBe(1);

        past.Runs.Remove(gone);
        await desk.ShouldHaveAsync(past);
    }

    [Theory]
    [InlineData(401, "the token is not valid (401)")]
    [InlineData(403, "the token may not read this (403)")]
    [InlineData(502, "it answered 502")]
    public async Task A_refusal_says_what_to_do_and_loses_nothing(int status, string said)
    {
        await using var desk = await Desk.StartAsync();
        var past = ToldPast.Of(7, 60, 8);
        past.TellTo(desk.Bench.Server);
        desk.Bench.Faults.Add(new Fault("GET", AnyJobs) { Occurrence = 30, Times = 100, Status = status, Body = "{}" });

        var exception = await Should.ThrowAsync<SlipwayException>(() => desk.ImportAsync());

        exception.Message.ShouldContain(said);
        exception.Hint.ShouldNotBeNullOrEmpty();
        var runs = (await desk.History.ReadHealthAsync(Source, DateTimeOffset.UnixEpoch, ToldPast.Now, null, Token)).Runs.Count;
        runs.ShouldBeGreaterThan(0, "whole days were read before");
    }

    [Fact]
    public async Task Releases_come_with_the_times_of_their_commits_and_drafts_do_not()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Bench.PublishAsync(await desk.Bench.DraftAsync("v1.0.0"));
        await desk.Bench.DraftAsync("v2.0.0");

        await desk.ImportAsync(now: desk.Bench.Time.GetUtcNow().AddDays(1));

        var release = (await desk.History.ReadDeploymentsAsync(Source, DateTimeOffset.MaxValue.AddYears(-1), Token)).ShouldHaveSingleItem();
        release.Reference.ShouldBe("v1.0.0");
        release.Kind.ShouldBe(DeploymentKind.Release);
        release.Committed.ShouldNotBeNull();
    }

    /// <summary>An embedded GitHub, and a history of one's own.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public required Bench Bench { get; init; }

        public HistoryDatabase History { get; private set; } = null!;

        /// <summary>Called before each page is looked up.</summary>
        public Action Asking { get; set; } = () => { };

        public static async Task<Desk> StartAsync()
        {
            var desk = new Desk { Bench = await Bench.StartAsync() };
            desk.History = await HistoryDatabase.OpenAsync(Path.Combine(desk._folder.Path, "history.db"), TimeProvider.System, cancellationToken: Token);
            return desk;
        }

        public async Task<ImportResult> ImportAsync(CancellationToken? token = null, DateTimeOffset? now = null)
        {
            using var reader = new GitHubReader(Bench.Server.Address, "octo/crate", "rehearsal-github-token", TimeProvider.System, TimeSpan.FromMilliseconds(1));
            return await new GitHubImport(reader, new Watched(History, () => Asking()), new Standing(now ?? ToldPast.Now)).RunAsync(TimeSpan.FromDays(30), token ?? Token);
        }

        /// <summary>Compares with what was told, and without a line of the program.</summary>
        public async Task ShouldHaveAsync(ToldPast past)
        {
            var facts = await History.ReadHealthAsync(Source, DateTimeOffset.UnixEpoch, ToldPast.Now.AddDays(2), Division.None, Token);
            var told = past.Runs.SelectMany(run => run.Attempts.Select((attempt, index) => (run, attempt, Number: index + 1))).Where(x => x.attempt.Conclusion is not null).ToList();
            string Line(DateTimeOffset started, TimeSpan duration, TimeSpan? queue, string? branch, RunVerdict? verdict, int attempt, string? began, string? workflow) =>
                string.Create(CultureInfo.InvariantCulture, $"{started:u} {duration} {queue} {branch} {verdict} {attempt} {began} {workflow}");
            facts.Runs.Select(x => Line(x.Started, x.Duration, x.Queue, x.Branch, x.Verdict, x.Attempt, x.Event, x.Workflow)).Order(StringComparer.Ordinal).ShouldBe(
                told.Select(x =>
                {
                    var ran = x.attempt.Jobs.Where(job => VerdictOf(job.Conclusion) != RunVerdict.Skipped).ToList();
                    var start = ran.Count == 0 ? x.attempt.StartedAt : ran.Min(job => job.StartedAt);
                    var end = ran.Count == 0 ? x.attempt.UpdatedAt : ran.Max(job => job.CompletedAt!.Value);
                    return Line(start, end - start, ran.Count == 0 ? null : start - x.attempt.StartedAt, x.run.Branch, VerdictOf(x.attempt.Conclusion), x.Number, x.run.Event, x.run.Name);
                }).Order(StringComparer.Ordinal));
            var jobs = told.SelectMany(x => x.attempt.Jobs).Where(job => VerdictOf(job.Conclusion) is RunVerdict.Pass or RunVerdict.Fail).ToLookup(job => job.Name);
            facts.Parts.Select(x => (x.Name, x.Runs, x.Failures)).ShouldBe(jobs.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => (x.Key, x.Count(), x.Count(job => VerdictOf(job.Conclusion) == RunVerdict.Fail))));
            (await History.ReadDeploymentsAsync(Source, ToldPast.Now.AddDays(2), Token)).Select(x => (x.Reference, x.Verdict, x.Finished)).Order().ShouldBe(
                past.Deployments.Where(x => x.Statuses.Any(status => status.State is "success" or "failure"))
                    .Select(x => (x.Ref, (RunVerdict?)(x.Statuses.Any(status => status.State == "success") ? RunVerdict.Pass : RunVerdict.Fail), (DateTimeOffset?)x.Statuses.First(status => status.State is "success" or "failure").CreatedAt)).Order());
        }

        public async ValueTask DisposeAsync()
        {
            await History.DisposeAsync();
            await Bench.DisposeAsync();
            _folder.Dispose();
        }

        private static RunVerdict VerdictOf(string? conclusion) => conclusion switch
        {
            "success" => RunVerdict.Pass,
            "failure" or "timed_out" or "startup_failure" => RunVerdict.Fail,
            "cancelled" => RunVerdict.Cancelled,
            _ => RunVerdict.Skipped,
        };
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>The history, and a word each time that it is used.</summary>
    private sealed class Watched(IImports inner, Action asking) : IImports
    {
        public Task ImportAsync(string source, IReadOnlyCollection<ImportedRun> runs, IReadOnlyCollection<ImportedDeployment> deployments, IReadOnlyCollection<KeyValuePair<string, string>> states, CancellationToken cancellationToken = default)
        {
            asking();
            cancellationToken.ThrowIfCancellationRequested();
            return inner.ImportAsync(source, runs, deployments, states, cancellationToken);
        }

        public Task ImportAsync(string source, IReadOnlyList<Cargo.Testing.TestOutcomeRecord> outcomes, IReadOnlyCollection<KeyValuePair<string, string>> states, CancellationToken cancellationToken = default) =>
            inner.ImportAsync(source, outcomes, states, cancellationToken);

        public Task<IReadOnlyDictionary<RunAttempt, RunVerdict?>> ReadRunVerdictsAsync(string source, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken = default)
        {
            asking();
            return inner.ReadRunVerdictsAsync(source, externalIds, cancellationToken);
        }

        public Task<IReadOnlySet<string>> ReadDeploymentIdsAsync(string source, DeploymentKind kind, CancellationToken cancellationToken = default) => inner.ReadDeploymentIdsAsync(source, kind, cancellationToken);

        public Task<IReadOnlyDictionary<string, string>> ReadImportStatesAsync(string source, CancellationToken cancellationToken = default) => inner.ReadImportStatesAsync(source, cancellationToken);

        public Task MergeAsync(string path, CancellationToken cancellationToken = default) => inner.MergeAsync(path, cancellationToken);
    }
}
