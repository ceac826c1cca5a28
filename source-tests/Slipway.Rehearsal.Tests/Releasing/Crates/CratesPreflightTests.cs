using Slipway.Releasing;

namespace Slipway.Rehearsal.Tests.Releasing.Crates;

public sealed class CratesPreflightTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_on_the_registry_of_the_same_commit_is_ours_and_what_is_missing_is_named()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.Project.PublishAsync(bench.Server, "--package", "hull");

        var checks = await bench.AskAsync("token", isTrusted: false);

        checks.ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);
        checks[0].Message.ShouldBe("rehearsal: hull 0.1.0 is there, and ours, oars 0.1.0 is missing, galley 0.1.0 is missing");
    }

    [Fact]
    public async Task A_version_of_another_commit_is_known_before_anything_is_built()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.Project.PublishAsync(bench.Server, "--package", "hull");
        await File.WriteAllTextAsync(Path.Combine(bench.Project.Folder, "crates/hull/src/lib.rs"), "pub fn name() -> &'static str { \"keel\" }", Token);
        await bench.CommitAsync("Rename");
        await bench.PackAsync();

        var check = (await bench.AskAsync("token", isTrusted: false)).ShouldHaveSingleItem();

        check.Verdict.ShouldBe(PreflightVerdict.Bad);
        check.Message.ShouldStartWith("hull 0.1.0 is on rehearsal already, made of the commit ");
        check.Fix!.ShouldStartWith("A version can be published once.");
    }

    [Fact]
    public async Task A_new_crate_needs_the_token_of_a_person()
    {
        await using var bench = await CratesBench.StartAsync(_folder);

        (await bench.AskAsync("token", isTrusted: true)).ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);
        (await bench.AskAsync(token: null, isTrusted: true))[1].Message.ShouldBe(
            "rehearsal has no crate hull, oars, galley yet, and the first version cannot be published by a trusted workflow.");
        (await bench.AskAsync(token: null, isTrusted: false))[1].Message.ShouldBe("There is no token for rehearsal.");
    }

    [Fact]
    public async Task A_crate_that_has_versions_needs_no_token_where_the_workflow_is_trusted()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.PublishAsync();
        bench.Manifest = bench.Manifest with { Crates = [.. bench.Manifest.Crates.Select(x => x with { Version = "0.2.0" })] };

        var checks = await bench.AskAsync(token: null, isTrusted: true);

        checks.ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);
        checks[1].Message.ShouldBe("the workflow gets one for each crate");
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_said_so()
    {
        await using var bench = await CratesBench.StartAsync(_folder);
        await bench.Server.DisposeAsync();

        (await bench.AskAsync("token", isTrusted: false)).ShouldHaveSingleItem().Message.ShouldBe("The index of rehearsal cannot be asked: it cannot be reached.");
    }
}
