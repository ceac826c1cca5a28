using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Scores;
using Slipway.Tests.Fuzzing;

namespace Slipway.Tests.Audit;

public class CargoAuditTests
{
    private static readonly LockFile Lock = LockFile.Parse(Crates.Lock(), "Cargo.lock");

    /// <summary>The shape in which cargo-audit 0.22 answers.</summary>
    private const string Answer = """
        {"database":{"advisory-count":1205,"last-commit":"bf5c0d2","last-updated":"2026-08-21T00:00:00Z"},"lockfile":{"dependency-count":3},
        "settings":{"target_arch":[],"target_os":[],"severity":null,"ignore":["RUSTSEC-2026-0009"],"informational_warnings":["unmaintained","unsound","notice"]},
        "vulnerabilities":{"found":true,"count":1,"list":[{"advisory":{"id":"RUSTSEC-2026-0001","package":"json","title":"It overflows","description":"…","date":"2026-05-01",
        "aliases":["CVE-2026-1"],"related":[],"collection":"crates","categories":["memory-corruption"],"keywords":[],"cvss":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "informational":null,"references":[],"source":null,"url":null,"withdrawn":null,"license":"CC0-1.0"},"versions":{"patched":[">=1.2.4"],"unaffected":[]},"affected":null,
        "package":{"name":"json","version":"1.2.3","source":"registry+https://github.com/rust-lang/crates.io-index","checksum":"00","dependencies":[],"replace":null}}]},
        "warnings":{"unmaintained":[{"kind":"unmaintained","package":{"name":"web","version":"0.4.0","source":"registry+https://github.com/rust-lang/crates.io-index"},
        "advisory":{"id":"RUSTSEC-2026-0002","package":"web","title":"Nobody cares","aliases":[],"categories":[],"cvss":null,"informational":"unmaintained"},"affected":null,
        "versions":{"patched":[],"unaffected":[]}}],"yanked":[{"kind":"yanked","package":{"name":"web","version":"0.4.0"},"advisory":null,"affected":null,"versions":null}]}}
        """;

    [Fact]
    public void What_it_answers_is_read()
    {
        var answer = CargoAuditAnswer.Parse(Answer, Lock);

        answer.Hits.Select(hit => $"{hit.Package} {hit.Kind} {hit.Advisory?.Id}").ShouldBe(["json 1.2.3 Vulnerability RUSTSEC-2026-0001", "web 0.4.0 Unmaintained RUSTSEC-2026-0002", "web 0.4.0 Yanked "]);
        answer.Hits[0].Advisory!.Severity.ShouldBe(Severity.Critical);
        answer.Ignored.ShouldBe(["RUSTSEC-2026-0009"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("error: not found\n")]
    [InlineData("{\"vulnerabilities\":{\"found\":true,\"count\":1,\"list\":[]},\"warnings\":{}}")]
    [InlineData("{\"vulnerabilities\":{\"found\":false,\"count\":0,\"list\":[null]},\"warnings\":{}}")]
    [InlineData("{\"vulnerabilities\":{\"found\":false,\"count\":0,\"list\":[]}}")]
    public void What_it_does_not_answer_so_is_one_error(string text) =>
        Should.Throw<SlipwayException>(() => CargoAuditAnswer.Parse(text, Lock)).Message.ShouldStartWith("What cargo-audit writes cannot be read: ");

    [Fact]
    public void A_finding_about_a_crate_that_the_file_does_not_have_is_an_error() =>
        Should.Throw<SlipwayException>(() => CargoAuditAnswer.Parse(Answer.Replace("\"version\":\"1.2.3\"", "\"version\":\"1.2.2\"", StringComparison.Ordinal), Lock))
            .Message.ShouldContain("json 1.2.2 is not in Cargo.lock");

    [Fact]
    public void However_the_answer_is_damaged_it_is_read_or_one_error() => Mutation.Of(Answer).Sample(
        damaged =>
        {
            try
            {
                CargoAuditAnswer.Parse(damaged, Lock).Hits.ShouldNotBeNull();
            }
            catch (SlipwayException error)
            {
                error.Message.ShouldStartWith("What cargo-audit writes cannot be read: ");
            }
        },
        iter: 10_000);

    [Fact]
    public void No_value_of_another_kind_is_more_than_one_error()
    {
        // Every value of the answer by turns.
        var places = Places(JsonNode.Parse(Answer)!).ToList();
        places.Count.ShouldBeGreaterThan(50);
        foreach (var path in places)
        {
            foreach (var value in new[] { "null", "7", "\"x\"", "[]", "{}", "[null]" })
            {
                var damaged = JsonNode.Parse(Answer)!;
                var node = damaged;
                foreach (var step in path.SkipLast(1))
                    node = step is int index ? node[index]! : node[(string)step]!;
                if (path[^1] is int last)
                    node[last] = JsonNode.Parse(value);
                else
                    node[(string)path[^1]] = JsonNode.Parse(value);
                try
                {
                    CargoAuditAnswer.Parse(damaged.ToJsonString(), Lock);
                }
                catch (SlipwayException error)
                {
                    error.Message.ShouldStartWith("What cargo-audit writes cannot be read: ");
                }
            }
        }
    }

    [Fact]
    public async Task It_is_asked_without_its_own_configuration_and_without_the_network()
    {
        using var folder = RustProject.Empty();
        var program = Write(folder, $"printf '%s\\n' \"$PWD\" \"$@\" > '{folder / "asked"}'; cp Cargo.lock '{folder / "lock"}'; cat '{folder / "answer"}'; exit 1");
        folder.With("answer", Answer);

        var answer = await new CargoAudit(program).AskAsync(Lock, "the lock", new AdvisoryDatabase("/the/db", "0123", TimeSpan.Zero), TestContext.Current.CancellationToken);

        answer.Hits.Count.ShouldBe(3);
        var asked = await File.ReadAllLinesAsync(folder / "asked", TestContext.Current.CancellationToken);
        asked[1..].ShouldBe(["audit", "--json", "-n", "--stale", "--no-yanked", "-d", "/the/db", "-f", Path.Combine(asked[0], "Cargo.lock")]);
        (await File.ReadAllTextAsync(folder / "lock", TestContext.Current.CancellationToken)).ShouldBe("the lock");
        Directory.Exists(asked[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task When_it_is_there_it_is_asked_and_the_advisories_are_not_read()
    {
        using var database = await Crates.DatabaseAsync(("broken", "This is no advisory."));
        using var folder = RustProject.Empty().With("answer", Answer).With("Cargo.lock", Crates.Lock());
        var auditor = new Auditor(new AdvisoryStore(folder / "advisories"), new CargoAudit(Write(folder, $"cat '{folder / "answer"}'; exit 1")));

        var facts = (await auditor.AuditAsync(new AuditRequest(folder / "Cargo.lock", ["tool"], database.Folder, OnlyYoung: true, folder.Folder), TestContext.Current.CancellationToken)).Value.ShouldNotBeNull();

        (facts.Source, facts.Hits.Count, facts.Database!.Folder).ShouldBe(("cargo-audit", 3, database.Folder));
        var without = new Auditor(new AdvisoryStore(folder / "advisories"), null);
        (await Should.ThrowAsync<SlipwayException>(() => without.AuditAsync(new AuditRequest(folder / "Cargo.lock", ["tool"], database.Folder, OnlyYoung: true, folder.Folder), TestContext.Current.CancellationToken)))
            .Message.ShouldBe("broken.md is no advisory: it has no block of TOML in front.");
    }

    [Fact]
    public async Task Its_failure_is_an_error_with_what_it_said()
    {
        using var folder = RustProject.Empty();
        var program = Write(folder, "echo 'error: the database is broken' >&2; exit 2");

        var error = await Should.ThrowAsync<SlipwayException>(() => new CargoAudit(program).AskAsync(Lock, "", new AdvisoryDatabase("/the/db", "0123", TimeSpan.Zero), TestContext.Current.CancellationToken));

        error.Kind.ShouldBe(ErrorKind.Environment);
        error.Message.ShouldContain("ended with exit code 2");
        error.Message.ShouldContain("error: the database is broken");
    }

    private static string Write(RustProject folder, string script)
    {
        folder.WithScript("cargo-audit", $"#!/bin/sh\n{script}\n");
        return folder / "cargo-audit";
    }

    private static IEnumerable<object[]> Places(JsonNode node) => node switch
    {
        JsonObject group => group.SelectMany(entry => Below(entry.Key, entry.Value)),
        JsonArray list => list.SelectMany((item, index) => Below(index, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Below(object step, JsonNode? node) =>
        new[] { new[] { step } }.Concat(node is null ? [] : Places(node).Select(path => (object[])[step, .. path]));
}
