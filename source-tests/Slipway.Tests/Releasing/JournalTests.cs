using Slipway.Releasing;
using Slipway.Releasing.Journal;

namespace Slipway.Tests.Releasing;

public sealed class JournalTests : IDisposable
{
    private static readonly JournalSubject Subject = new("v1.2.3", "0123456789abcdef0123456789abcdef01234567", "github");
    private static readonly Effect Upload = new(ReleaseStep.Draft, "upload a.tar.gz", "POST /assets?name=a.tar.gz");

    private readonly RustProject _folder = RustProject.Empty();

    private string JournalFile => _folder / ReleaseJournal.FileName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_intent_is_on_the_disk_before_the_effect_is_made()
    {
        await using var journal = Open();

        var seen = await journal.PerformAsync(Upload, () => Task.FromResult(JournalReader.Read(JournalFile)));

        seen[^1].ShouldSatisfyAllConditions(x => x.Phase.ShouldBe(JournalPhase.Intent), x => x.Name.ShouldBe(Upload.Name), x => x["call"].ShouldBe(Upload.Call));
    }

    [Fact]
    public async Task The_outcome_is_found_by_the_next_run()
    {
        await using (var journal = Open())
            await journal.PerformAsync(Upload, () => Task.FromResult(42), id => [new("id", $"{id}")]);

        await using var next = Open();

        next.Find(Upload.Name)!["id"].ShouldBe("42");
        next.Entries.Select(x => x.Phase).ShouldBe([JournalPhase.Begin, JournalPhase.Intent, JournalPhase.Done]);
    }

    [Fact]
    public async Task What_failed_is_written_with_its_reason_and_is_not_done()
    {
        await using var journal = Open();

        await Should.ThrowAsync<IOException>(() => journal.PerformAsync<int>(Upload, () => throw new IOException("the line\nis dead")));

        journal.Find(Upload.Name).ShouldBeNull();
        journal.Entries[^1]["why"].ShouldBe("the line is dead");
    }

    [Fact]
    public async Task A_line_that_was_never_finished_is_left_out_and_written_over()
    {
        await using (var journal = Open())
            await journal.PerformAsync(Upload, () => Task.FromResult(1));
        var whole = await File.ReadAllTextAsync(JournalFile, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(JournalFile, """{"time":"2026-01""", TestContext.Current.CancellationToken);

        await using (var next = Open())
            next.Entries.Count.ShouldBe(3);

        (await File.ReadAllTextAsync(JournalFile, TestContext.Current.CancellationToken)).ShouldBe(whole);
    }

    [Fact]
    public async Task The_journal_of_another_release_is_kept_under_its_tag()
    {
        await using (Open())
        {
        }

        await using var other = ReleaseJournal.Open(JournalFile, Subject with { Tag = "v1.2.4" }, TimeProvider.System);

        ReleaseJournal.SubjectOf(other.Entries)!.Tag.ShouldBe("v1.2.4");
        var kept = Directory.GetFiles(_folder.Folder, "journal-v1.2.3-*.jsonl").ShouldHaveSingleItem();
        ReleaseJournal.SubjectOf(JournalReader.Read(kept)).ShouldBe(Subject);
    }

    [Fact]
    public async Task Two_runs_are_not_at_one_release()
    {
        await using var journal = Open();

        Should.Throw<SlipwayException>(Open).Kind.ShouldBe(ErrorKind.Environment);
    }

    [Fact]
    public void A_damaged_line_is_named_with_the_way_out()
    {
        File.WriteAllText(JournalFile, "{}\n");

        var error = Should.Throw<SlipwayException>(Open);

        error.Explain().ShouldStartWith($"{JournalFile}:1: The journal of the release is damaged.\nDelete it");
    }

    private ReleaseJournal Open() => ReleaseJournal.Open(JournalFile, Subject, TimeProvider.System);
}
