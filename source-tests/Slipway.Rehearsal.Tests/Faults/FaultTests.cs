using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Faults;

public class FaultTests
{
    [Fact]
    public void A_fault_meets_the_requests_it_counts_to()
    {
        var plan = new FaultPlan(new Fault("PUT", "/api/v1/crates/new") { Status = 503, Occurrence = 2, Times = 2 });

        Enumerable.Range(0, 5).Select(_ => plan.Next("registry", "PUT", "/api/v1/crates/new") is not null).ShouldBe([false, true, true, false, false]);
        plan.Pending.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/a/*/c", "/a/b/c", true)]
    [InlineData("/a/*/c", "/a/b/b/c", false)]
    [InlineData("/a/**", "/a/b/b/c", true)]
    [InlineData("/a.c", "/abc", false)]
    [InlineData("/a/v*", "/a/v1.0", true)]
    public void A_path_has_wildcards(string pattern, string path, bool matches) =>
        (new FaultPlan(new Fault("GET", pattern) { Cut = true }).Next("github", "GET", path) is not null).ShouldBe(matches);

    [Fact]
    public void Other_methods_and_servers_are_left_alone()
    {
        var plan = new FaultPlan(new Fault("GET", "/**") { Cut = true, Server = "github" });

        plan.Next("registry", "GET", "/a").ShouldBeNull();
        plan.Next("github", "POST", "/a").ShouldBeNull();
        plan.Next("github", "GET", "/a").ShouldNotBeNull();
    }

    [Fact]
    public void A_plan_is_read_from_a_file()
    {
        using var folder = new TemporaryFolder().With("faults.json", """
            {
              // The answer to the second upload is lost.
              "faults": [
                { "method": "PUT", "path": "/api/v1/crates/new", "occurrence": 2, "status": 502, "commits": true, "delay": "00:00:01" },
                { "method": "GET", "path": "/**", "server": "github", "times": 3, "secondaryLimit": 60, "headers": { "X-A": "b" } },
              ]
            }
            """);

        var faults = FaultPlan.Read(folder / "faults.json").Pending;

        faults.Select(fault => (fault.Method, fault.Occurrence, fault.Times, fault.Status, fault.Commits, fault.Delay, fault.Server, fault.SecondaryLimit)).ShouldBe(
        [
            ("PUT", 2, 1, 502, true, TimeSpan.FromSeconds(1), null, null),
            ("GET", 1, 3, null, false, TimeSpan.Zero, "github", 60),
        ]);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("null", "no list of faults")]
    [InlineData("{}", "")]
    [InlineData("""{ "faults": [null] }""", "")]
    [InlineData("""{ "faults": [{ "method": "PUT" }] }""", "")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "/a", "cuts": true }] }""", "$.faults[0].cuts")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "/a" }] }""", "says nothing that goes wrong")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "a", "cut": true }] }""", "begins with /")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "/a", "cut": true, "occurrence": 0 }] }""", "counts from 1")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "/a", "cut": true, "server": "moon" }] }""", "names a server that is none")]
    [InlineData("""{ "faults": [{ "method": "PUT", "path": "/a", "status": 42 }] }""", "status that is none")]
    public void A_wrong_plan_is_refused_with_its_place(string json, string reason)
    {
        using var folder = new TemporaryFolder().With("faults.json", json);

        var error = Should.Throw<SlipwayException>(() => FaultPlan.Read(folder / "faults.json"));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldContain(reason);
        error.Location!.File.ShouldBe(folder / "faults.json");
        error.Hint.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/api/webhooks/1/abc/messages/2?wait=true", "/api/webhooks/1/***/messages/2?wait=true")]
    [InlineData("/a?access_token=abc&page=2", "/a?access_token=***&page=2")]
    [InlineData("/a/s3cr%C3%A9t/b/s3crét", "/a/***/b/***")]
    public void Secrets_do_not_stand_in_the_log(string path, string expected) => new Redaction("s3crét").Clean(path).ShouldBe(expected);
}
