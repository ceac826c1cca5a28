using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Base;
using Slipway.Tests.Base;

namespace Slipway.Tests.Audit;

public class AuditorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_crates_of_others_no_database_is_opened()
    {
        using var folder = RustProject.Empty().With("Cargo.lock", "version = 4\n\n[[package]]\nname = \"tool\"\nversion = \"0.1.0\"\n");

        var facts = (await AuditAsync(folder.Folder, "/no/such/database", folder)).Value.ShouldNotBeNull();

        (facts.Database, facts.Hits.Count).ShouldBe((null, 0));
        Directory.Exists(folder / "advisories").ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_file_is_compared_with_the_database_and_with_that_of_the_base()
    {
        using var database = await Crates.DatabaseAsync(
            ("RUSTSEC-2026-0001", Crates.Advisory("RUSTSEC-2026-0001", "json")),
            ("RUSTSEC-2026-0002", Crates.Advisory("RUSTSEC-2026-0002", "io", versions: "")));
        using var repository = (await GitFolder.InitializeAsync()).With("crates/Cargo.lock", Crates.Lock("1.2.0"));
        var commit = new BaseCommit(await repository.CommitAsync("Old"), "the one before");
        repository.With("crates/Cargo.lock", Crates.Lock(more: Crates.Package("io", "1.0.0")));
        using var folder = RustProject.Empty();

        var text = (await BaseLock.ReadAsync(repository / "crates", commit, Token)).Value.ShouldNotBeNull();
        var facts = (await AuditAsync(repository / "crates", database.Folder, folder, (commit, text))).Value.ShouldNotBeNull();

        facts.Hits.Select(hit => $"{hit.Package} {hit.Advisory!.Id} {facts.Base!.Has(hit)}").ShouldBe(["json 1.2.3 RUSTSEC-2026-0001 True", "io 1.0.0 RUSTSEC-2026-0002 False"]);
        facts.UnknownYanked.ShouldBe(3);
        (await BaseLock.ReadAsync(repository.Folder, commit, Token)).Reason.ShouldBe($"the base {commit} has no Cargo.lock");
    }

    [Fact]
    public async Task A_server_takes_no_old_advisories_and_a_laptop_does()
    {
        using var database = await Crates.DatabaseAsync(("RUSTSEC-2026-0001", Crates.Advisory("RUSTSEC-2026-0001", "json")));
        using var folder = RustProject.Empty().With("Cargo.lock", Crates.Lock());
        var auditor = new Auditor(new AdvisoryStore(folder / "advisories", new LaterClock(TimeSpan.FromDays(7.1))), null);
        AuditRequest Request(bool onlyYoung) => new(folder / "Cargo.lock", ["tool"], database.Folder, onlyYoung, folder.Folder);

        (await auditor.AuditAsync(Request(onlyYoung: false), Token)).Value.ShouldNotBeNull().Hits.ShouldHaveSingleItem();
        (await Should.ThrowAsync<SlipwayException>(() => auditor.AuditAsync(Request(onlyYoung: true), Token))).Message.ShouldStartWith("The advisories are 7 days old");
    }

    [Fact]
    public async Task Licences_are_those_that_cargo_names()
    {
        using var project = RustProject.Empty()
            .WithPackage("", "tool", "[dependencies]\nhelper = { path = \"helper\" }\n\n[workspace]\n", "license = \"MIT\"").With("src/main.rs", "fn main() {}\n")
            .WithPackage("helper", "helper").With("helper/src/lib.rs", "")
            .With("Cargo.lock", "version = 4\n\n[[package]]\nname = \"helper\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"tool\"\nversion = \"0.1.0\"\ndependencies = [\n \"helper\",\n]\n");

        var licences = await Licences.LoadAsync(project.Folder, Token);

        licences.ShouldBe(new Dictionary<(string, string), string?> { [("tool", "0.1.0")] = "MIT", [("helper", "0.1.0")] = null }, ignoreOrder: true);
    }

    private static Task<Found<AuditFacts>> AuditAsync(string workspace, string database, RustProject folder, (BaseCommit, string)? before = null) =>
        new Auditor(new AdvisoryStore(folder / "advisories"), null)
            .AuditAsync(new AuditRequest(Path.Combine(workspace, "Cargo.lock"), ["tool"], database, OnlyYoung: true, folder.Folder) { Base = before }, Token);

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
