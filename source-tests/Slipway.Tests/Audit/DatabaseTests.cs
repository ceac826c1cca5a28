using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Tests.Base;

namespace Slipway.Tests.Audit;

public class DatabaseTests
{
    private static readonly (string, string)[] One = [("RUSTSEC-2026-0001", Crates.Advisory("RUSTSEC-2026-0001", "json"))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clone_is_indexed_once_for_each_commit()
    {
        using var database = await Crates.DatabaseAsync(One);
        using var folder = RustProject.Empty();
        var store = new AdvisoryStore(folder.Folder);
        var first = (await store.OpenAsync(database.Folder, Token)).Value.ShouldNotBeNull();

        first.Commit.ShouldBe(await database.GitAsync("rev-parse", "HEAD"));
        (await store.IndexAsync(first, Token)).Find(LockFile.Parse(Crates.Lock(), "Cargo.lock")).Single().Advisory!.Id.ShouldBe("RUSTSEC-2026-0001");
        // The index is read, and not the advisories.
        var index = folder / $"{first.Commit}.json";
        await File.WriteAllTextAsync(index, (await File.ReadAllTextAsync(index, Token)).Replace("It overflows", "From the index", StringComparison.Ordinal), Token);
        (await store.IndexAsync(first, Token)).Advisories.Single().Title.ShouldBe("From the index");

        database.With("crates/web/RUSTSEC-2026-0002.md", Crates.Advisory("RUSTSEC-2026-0002", "web"));
        var changed = (await store.OpenAsync(database.Folder, Token)).Value.ShouldNotBeNull();
        changed.IsChanged.ShouldBeTrue();
        (await store.IndexAsync(changed, Token)).Advisories.Count.ShouldBe(2);
        await database.CommitAsync("More");
        var second = (await store.OpenAsync(database.Folder, Token)).Value.ShouldNotBeNull();
        (await store.IndexAsync(second, Token)).Advisories.Count.ShouldBe(2);
        Directory.GetFiles(folder.Folder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"version\":1,\"commit\":\"COMMIT\"}")]
    [InlineData("{\"version\":0,\"commit\":\"COMMIT\",\"advisories\":[]}")]
    [InlineData("{\"version\":1,\"commit\":\"other\",\"advisories\":[]}")]
    [InlineData("{\"version\":1,\"commit\":\"COMMIT\",\"advisories\":[null]}")]
    [InlineData("{\"version\":1,\"commit\":\"COMMIT\",\"advisories\":[{\"id\":\"X\"}]}")]
    public async Task A_broken_index_is_made_anew(string text)
    {
        using var database = await Crates.DatabaseAsync(One);
        using var folder = RustProject.Empty();
        var store = new AdvisoryStore(folder.Folder);
        var opened = (await store.OpenAsync(database.Folder, Token)).Value.ShouldNotBeNull();
        folder.With($"{opened.Commit}.json", text.Replace("COMMIT", opened.Commit, StringComparison.Ordinal));

        (await store.IndexAsync(opened, Token)).Advisories.Single().Id.ShouldBe("RUSTSEC-2026-0001");
    }

    [Fact]
    public async Task A_URL_is_cloned_and_fetched_again_after_a_day()
    {
        using var database = await Crates.DatabaseAsync(One);
        using var folder = RustProject.Empty();
        var url = new Uri(database.Folder).AbsoluteUri;
        var clock = new MovableClock();
        var store = new AdvisoryStore(folder.Folder, clock);
        var first = (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull();
        var newer = await database.CommitAsync("More");

        clock.Move(TimeSpan.FromHours(23));
        (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull().Commit.ShouldBe(first.Commit);
        clock.Move(TimeSpan.FromHours(2));
        (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull().Commit.ShouldBe(newer);
    }

    [Fact]
    public async Task A_clone_that_cannot_be_fetched_is_kept_and_says_so_and_without_one_there_is_a_reason()
    {
        using var folder = RustProject.Empty();
        var clock = new MovableClock();
        var store = new AdvisoryStore(folder.Folder, clock);
        string url;
        using (var database = await Crates.DatabaseAsync(One))
        {
            url = new Uri(database.Folder).AbsoluteUri;
            (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull().Problem.ShouldBeNull();
        }

        clock.Move(TimeSpan.FromDays(2));
        var kept = (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull();
        kept.Problem.ShouldNotBeNull().ShouldContain("does not appear to be a git repository");
        kept.EnsureYoung().ShouldBe(kept);

        clock.Move(TimeSpan.FromDays(6));
        var old = (await store.OpenAsync(url, Token)).Value.ShouldNotBeNull();
        old.ToString().ShouldContain("8 days old");
        var error = Should.Throw<SlipwayException>(() => old.EnsureYoung());
        error.Message.ShouldBe("The advisories are 8 days old, and a server takes none that are older than 7 days.");
        error.Hint.ShouldNotBeNull().ShouldContain("does not appear to be a git repository");

        var other = await store.OpenAsync("http://user:secret@127.0.0.1:1/other.git", Token);
        other.Value.ShouldBeNull();
        other.Reason.ShouldNotBeNull().ShouldStartWith("the advisories of http://127.0.0.1:1/other.git cannot be fetched: ");
        other.Reason.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_folder_that_is_no_database_is_an_error_of_usage()
    {
        using var folder = RustProject.Empty();
        var store = new AdvisoryStore(folder / "index");
        (await Should.ThrowAsync<SlipwayException>(() => store.OpenAsync("/no/such/folder", Token))).Message.ShouldContain("--advisory-db: there is no folder /no/such/folder");
        (await Should.ThrowAsync<SlipwayException>(() => store.OpenAsync(folder.Folder, Token))).Message.ShouldContain("is in no git repository with a commit");
        using var empty = await GitFolder.InitializeAsync();
        await empty.CommitAsync("Nothing");
        var opened = (await store.OpenAsync(empty.Folder, Token)).Value.ShouldNotBeNull();
        (await Should.ThrowAsync<SlipwayException>(() => store.IndexAsync(opened, Token))).Message.ShouldContain("There is no advisory in ");
    }

    private sealed class MovableClock : TimeProvider
    {
        private TimeSpan _offset;

        public void Move(TimeSpan by) => _offset += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _offset;
    }
}
