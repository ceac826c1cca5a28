using Slipway.Proofs;

namespace Slipway.Tests.Proofs;

public class ProofStoreTests
{
    private static readonly ProofKey Key = new("Lint", new string('a', 64));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_damage_makes_a_proof_none()
    {
        using var folder = RustProject.Empty();
        var store = new ProofStore(folder.Folder, TimeProvider.System);
        await store.WriteAsync(Key, Sample(), Token);
        (await store.FindAsync(Key, Token)).ShouldNotBeNull();
        var file = Directory.GetFiles(folder.Folder).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(file, Token);
        string[] damaged = ["", "\n", text[..^10], text[..64], text.Replace("Lint", "Lind", StringComparison.Ordinal), text[1..], text + "x", "\0" + text, new string('0', 64) + "\n{}\n"];

        foreach (var content in damaged)
        {
            await File.WriteAllTextAsync(file, content, Token);
            (await store.FindAsync(Key, Token)).ShouldBeNull(content);
        }
    }

    [Fact]
    public async Task A_proof_of_another_gate_is_none()
    {
        using var folder = RustProject.Empty();
        var store = new ProofStore(folder.Folder, TimeProvider.System);
        await store.WriteAsync(Key, Sample() with { Gate = Recorded.Passed with { Name = "Format" } }, Token);

        (await store.FindAsync(Key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_proofs_that_were_not_used_for_longest_leave_the_record()
    {
        using var folder = RustProject.Empty();
        var store = new ProofStore(folder.Folder, TimeProvider.System, most: 3);
        var keys = Enumerable.Range(0, 5).Select(index => new ProofKey("Lint", $"{index}")).ToList();
        for (var index = 0; index < 3; index++)
        {
            await store.WriteAsync(keys[index], Sample(), Token);
            File.SetLastWriteTimeUtc(folder / $"Lint-{index}.proof", new DateTime(2026, 1, 1 + index, 0, 0, 0, DateTimeKind.Utc));
        }

        await store.FindAsync(keys[0], Token);
        await store.WriteAsync(keys[3], Sample(), Token);

        Directory.GetFiles(folder.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["Lint-0.proof", "Lint-2.proof", "Lint-3.proof"]);
    }

    [Fact]
    public async Task Many_runs_may_write_and_read_at_once()
    {
        using var folder = RustProject.Empty();

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var store = new ProofStore(folder.Folder, TimeProvider.System);
            await store.WriteAsync(Key, Sample(), Token);
            return await store.FindAsync(Key, Token);
        }));

        found.ShouldAllBe(proof => proof != null);
        Directory.GetFiles(folder.Folder).ShouldHaveSingleItem();
    }

    private static Proof Sample() => new(new DateTimeOffset(2026, 11, 25, 18, 3, 0, TimeSpan.Zero), Recorded.Passed, null, [], [], [], []);
}
