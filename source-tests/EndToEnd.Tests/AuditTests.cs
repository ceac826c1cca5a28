using CliWrap;

namespace EndToEnd.Tests;

/// <summary>What a user sees of an audit.</summary>
public class AuditTests
{
    [Fact]
    public async Task A_crate_with_a_vulnerability_fails_and_says_how_to_mend_it()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("Cargo.lock", Lock("1.2.3"));
        await WriteDatabaseAsync(pipeline);

        var run = (await AuditAsync(pipeline)).ShouldExitWith(1);
        run.ShouldSay("work space/Cargo.lock:4: json 1.2.3: It overflows (critical, CVSS 9.8); in the tree as tool > json 1.2.3 (RUSTSEC-2026-0001)");
        run.ShouldSay("Mended in >= 1.2.4: `cargo update -p json --precise 1.2.4`. https://rustsec.org/advisories/RUSTSEC-2026-0001");
        run.ShouldSay("Audited with advisories of commit ").SummaryOf("Audit").ShouldContain("Failed");

        pipeline.WithFile("deny.toml", "[advisories]\nignore = [{ id = \"RUSTSEC-2026-0001\", reason = \"not called, until 2999-12-31\" }]\n\n[licenses]\nunused-allowed-license = \"deny\"\n");
        (await AuditAsync(pipeline)).ShouldExitWith(0).SummaryOf("Audit").ShouldContain("Succeeded");
        pipeline.Report("gates.json").ShouldContain("RUSTSEC-2026-0001 is ignored until 2999-12-31: not called");
        pipeline.Report("gates.json").ShouldContain("'licenses.unused-allowed-license' is not used by this gate");
    }

    [Fact]
    public async Task A_change_fails_only_for_what_it_brings()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("Cargo.lock", Lock("1.2.0"));
        await WriteDatabaseAsync(pipeline);
        await pipeline.CommitAsync("Old");
        pipeline.WithFile("Cargo.lock", Lock("1.2.3"));
        await pipeline.CommitAsync("New");

        (await AuditAsync(pipeline, "--base", "HEAD^")).ShouldExitWith(0).ShouldSay("(--base HEAD^)");
        pipeline.Report("gates.json").ShouldContain("has it already");
        (await AuditAsync(pipeline)).ShouldExitWith(1);
    }

    [Fact]
    public async Task Without_advisories_the_gate_is_skipped_and_on_a_server_it_fails()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("Cargo.lock", Lock("1.2.3"));
        (await pipeline.RunAsync("audit", "--advisory-db", "http://127.0.0.1:1/db.git")).ShouldExitWith(0)
            .ShouldSay("Audit is skipped: the advisories of http://127.0.0.1:1/db.git cannot be fetched: ");
        pipeline.WithVariable("GITHUB_ACTIONS", "true");
        (await pipeline.RunAsync("audit", "--advisory-db", "http://127.0.0.1:1/db.git")).ShouldExitWith(1).ShouldSay("AllowedSkips => [\"Audit\"]");
        (await pipeline.RunAsync("audit", "--advisory-db", "/no/such/folder")).ShouldExitWith(2).ShouldSay("--advisory-db: there is no folder /no/such/folder");
    }

    [Fact]
    public async Task Crates_of_ones_own_need_no_advisories_and_those_of_others_a_lock_file()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithVariable("GITHUB_ACTIONS", "true");
        (await pipeline.RunAsync("audit", "--advisory-db", "/no/such/folder")).ShouldExitWith(0);
        pipeline.Report("gates.json").ShouldContain("no crate comes from elsewhere, so that no advisory can be about one");

        pipeline.WithFile("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\njson = \"1\"\n");
        (await pipeline.RunAsync("audit")).ShouldExitWith(2).ShouldSay("There is no Cargo.lock in ").ShouldSay("cargo generate-lockfile");
        pipeline.WithFile("Cargo.lock", "<<<<<<< HEAD\n");
        (await pipeline.RunAsync("audit")).ShouldExitWith(2).ShouldSay("work space/Cargo.lock:1:").ShouldSay("Cargo.lock cannot be used: it is not TOML");
    }

    private static Task<PipelineRun> AuditAsync(Pipeline pipeline, params string[] arguments) =>
        pipeline.RunAsync(["audit", "--advisory-db", Path.Combine(pipeline.Root, ".nuke", "temp", "advisory-db"), .. arguments]);

    private static string Lock(string version) => $"""
        version = 4

        [[package]]
        name = "json"
        version = "{version}"
        source = "registry+https://github.com/rust-lang/crates.io-index"

        [[package]]
        name = "tool"
        version = "0.1.0"
        dependencies = [
         "json",
        ]

        """;

    private static async Task WriteDatabaseAsync(Pipeline pipeline)
    {
        var folder = Path.Combine(pipeline.Root, ".nuke", "temp", "advisory-db");
        var file = Path.Combine(folder, "crates", "json", "RUSTSEC-2026-0001.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, """
            ```toml
            [advisory]
            id = "RUSTSEC-2026-0001"
            package = "json"
            date = "2026-05-01"
            cvss = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"

            [versions]
            patched = [">= 1.2.4"]
            ```

            # It overflows
            """, TestContext.Current.CancellationToken);
        string[][] commands = [["init", "--quiet"], ["add", "--all"], ["-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", "--message", "Advisories"]];
        foreach (var arguments in commands)
        {
            await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(folder)
                .WithEnvironmentVariables(x => x.Set("GIT_CONFIG_GLOBAL", "/dev/null").Set("GIT_DIR", null).Set("GIT_WORK_TREE", null).Set("GIT_INDEX_FILE", null))
                .ExecuteAsync(TestContext.Current.CancellationToken);
        }
    }
}
