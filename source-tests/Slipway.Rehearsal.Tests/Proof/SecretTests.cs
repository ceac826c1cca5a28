using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Page;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>A whole release with secrets of its own, and everything that it leaves behind.</summary>
[UnsupportedOSPlatform("windows")]
public class SecretTests(ReleaseTemplate template, ITestOutputHelper output) : IClassFixture<ReleaseTemplate>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, (Fault? Fault, int ExitCode)> Worlds = new()
    {
        ["nothing goes wrong"] = (null, 0),
        ["Discord does not answer"] = (new("POST", "/api/webhooks/**") { Cut = true, Commits = true }, 3),
        ["Discord knows no such webhook"] = (new("POST", "/api/webhooks/**") { Status = 404 }, 3),
        ["the registry refuses"] = (new("PUT", "/api/v1/crates/new") { Status = 403, Body = """{"errors":[{"detail":"authentication failed"}]}""" }, 3),
        ["the registry is down"] = (new("PUT", "/api/v1/crates/new") { Cut = true, Times = 10 }, 3),
        ["GitHub does not know the token"] = (new("POST", "/api/v3/repos/**") { Status = 401 }, 2),
        ["GitHub is down"] = (new("POST", "/api/uploads/**") { Cut = true, Times = 100 }, 3),
    };

    public static TheoryData<string> Names => [.. Worlds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_secret_is_in_anything_that_a_release_says_writes_or_starts(string what)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Command lines of processes are read in /proc.");
        var (fault, exitCode) = Worlds[what];
        var secrets = await ReleaseSecrets.MakeAsync(Token);
        await using var world = await ReleaseWorld.StartAsync(template, secrets);
        var started = StartedPrograms.At(Path.Combine(world.Folder, "bin"), "cargo", "gpg");
        world.Programs = started.Folder;
        if (fault is not null)
            world.Faults.Add(fault);

        var run = (await started.DuringAsync(world.RunAsync())).ShouldEndWith(exitCode);

        var search = new SecretSearch(secrets);
        search.In("what it says", run.Output);
        search.In("the command lines that were seen", started.Seen);
        search.In("the page", Page(world));
        await world.StopAsync();
        search.InFolder(world.Folder);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"When {what}: {search.Looked} files and texts, {started.Told.Split('\n').Length - 1} programs."));
        search.Found.ShouldBeEmpty(what);
        ShouldHaveLookedAt(world, started, exitCode);
    }

    /// <summary>The test of the test: each secret is found where it is planted.</summary>
    [Fact]
    public async Task A_secret_that_is_planted_is_found()
    {
        var secrets = await ReleaseSecrets.MakeAsync(Token);
        using var copy = new TemporaryFolder();
        var names = new List<string>();
        foreach (var (name, bytes) in secrets.Traces())
        {
            using (var file = File.Create(copy / $"{names.Count}.bin"))
            {
                file.Write([0, 1, 2]);
                file.Write(bytes);
            }

            names.Add(name);
        }

        await using (var packed = new System.IO.Compression.GZipStream(File.Create(copy / "packed.crate"), System.IO.Compression.CompressionLevel.Fastest))
            packed.Write(System.Text.Encoding.UTF8.GetBytes($"token = \"{secrets.RegistryToken}\""));
        var search = new SecretSearch(secrets);

        search.InFolder(copy.Path);

        search.Found.ShouldBe([.. names.Select((name, at) => $"{name} in {at}.bin"), "the token of the registry in packed.crate, unpacked"], ignoreOrder: true);
        names.Count.ShouldBeGreaterThan(10);
    }

    private static void ShouldHaveLookedAt(ReleaseWorld world, StartedPrograms started, int exitCode)
    {
        started.Told.ShouldContain("gpg ");
        started.Told.ShouldContain("--detach-sign");
        File.ReadAllText(world.Journal).ShouldContain("create draft");
        File.ReadAllText(Path.Combine(world.Folder, "servers", "calls.jsonl")).ShouldContain("/api/v3/repos/octo/ferry");
        if (exitCode == 0)
        {
            started.Told.ShouldContain("cargo publish --package ferry");
            File.ReadAllText(Path.Combine(world.Folder, "servers", "calls.jsonl")).ShouldContain("/webhooks/");
        }
    }

    private string Page(ReleaseWorld world)
    {
        var release = Path.Combine(world.Folder, "release");
        return RehearsalPage.Write(new RehearsalContent(
            template.Manifest,
            world.Servers.GitHub.Address,
            [],
            File.ReadAllText(Path.Combine(release, "SHA256SUMS")),
            File.ReadAllText(Path.Combine(release, "SHA256SUMS.asc")),
            world.Servers.Discord.Messages,
            world.Servers.Mail.Mails,
            world.Servers.Log.Calls));
    }
}
