using System.Text;
using Slipway.History;

namespace Slipway.Tests.History;

/// <summary>Two histories that both have something from elsewhere.</summary>
public class MergeTests
{
    private const string Source = "github:octo/caro";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_imported_later_is_kept_whichever_history_has_it()
    {
        foreach (var isOtherLater in new[] { true, false })
        {
            using var mine = new HistoryFolder();
            using var other = new HistoryFolder();
            var (early, late) = (HistoryFolder.Now, HistoryFolder.Now.AddHours(1));
            // Numbers of texts differ.
            await ImportAsync(mine, isOtherLater ? early : late, isOtherLater ? RunVerdict.Fail : RunVerdict.Pass, "mine", "lint", "test");
            await ImportAsync(other, isOtherLater ? late : early, isOtherLater ? RunVerdict.Pass : RunVerdict.Fail, "other", "zip", "test", "doc");

            await using var history = await mine.OpenAsync();
            await history.MergeAsync(other.File, Token);
            await history.MergeAsync(other.File, Token);

            (await history.ReadRunVerdictsAsync(Source, ["1"], Token))[new RunAttempt("1", 1)].ShouldBe(RunVerdict.Pass);
            ImportTests.Jobs(mine).ShouldBe(isOtherLater ? ["1 doc pass", "1 test pass", "1 zip pass"] : ["1 lint pass", "1 test pass"]);
            (await history.ReadImportStatesAsync(Source, Token))["cursor"].ShouldBe(isOtherLater ? "other" : "mine");
            var facts = await history.ReadHealthAsync(Source, default, DateTimeOffset.MaxValue, null, Token);
            facts.Runs.ShouldHaveSingleItem().Verdict.ShouldBe(RunVerdict.Pass);
            (await history.ReadDeploymentsAsync(Source, DateTimeOffset.MaxValue, Token)).ShouldHaveSingleItem().Verdict.ShouldBe(RunVerdict.Pass);
        }
    }

    [Fact]
    public async Task A_damaged_other_history_is_named_and_nothing_of_it_is_taken()
    {
        using var mine = new HistoryFolder();
        await ImportAsync(mine, HistoryFolder.Now, RunVerdict.Pass, "mine", "lint");
        await using var history = await mine.OpenAsync();
        using var noDatabase = new HistoryFolder();
        noDatabase.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no database. ", 100))));
        using var broken = new HistoryFolder();
        await using (var writing = await broken.OpenAsync())
            await writing.ImportAsync(Source, [.. Enumerable.Range(0, 500).Select(id => ImportTests.Run($"{id}", RunVerdict.Fail, ImportTests.Job("a")))], [], [], Token);
        var bytes = await File.ReadAllBytesAsync(broken.File, Token);
        for (var index = 24 * 4096; index < bytes.Length; index++)
            bytes[index] ^= 0x5A;
        broken.Write(bytes);

        foreach (var other in new[] { noDatabase, broken })
        {
            var told = await Should.ThrowAsync<SlipwayException>(() => history.MergeAsync(other.File, Token));
            told.Message.ShouldBe($"{other.File} is damaged, and nothing of it was taken over.");
            ImportTests.Jobs(mine).ShouldBe(["1 lint pass"]);
        }

        // The connection is good for more.
        await history.ImportAsync(Source, [ImportTests.Run("2", RunVerdict.Pass)], [], [], Token);
        (await history.ReadHealthAsync(Source, default, DateTimeOffset.MaxValue, null, Token)).Runs.Count.ShouldBe(2);
        mine.Log.ShouldBeEmpty();
    }

    private static async Task ImportAsync(HistoryFolder folder, DateTimeOffset now, RunVerdict verdict, string cursor, params string[] jobs)
    {
        await using var history = await folder.OpenAsync(now);
        await history.ImportAsync(
            Source,
            [ImportTests.Run("1", verdict, [.. jobs.Select(name => ImportTests.Job(name))])],
            [ImportTests.Deployment("9", verdict)],
            [KeyValuePair.Create("cursor", cursor)],
            Token);
    }
}
