using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Slipway.Processes;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests;

public class RehearsalServersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_servers_start_and_tell_what_a_release_needs()
    {
        using var folder = new TemporaryFolder();
        await using var servers = await RehearsalServers.StartAsync(folder.Path, cancellationToken: Token);
        using var http = new HttpClient();

        servers.Environment["CARGO_REGISTRIES_REHEARSAL_INDEX"].ShouldBe($"sparse+{servers.Registry.Address}index/");
        (await http.GetStringAsync(new Uri(servers.Registry.Address, "index/config.json"), Token)).ShouldContain("\"api\"");
        (await http.GetStringAsync(new Uri(servers.Environment["GITHUB_API_URL"] + "/rate_limit"), Token)).ShouldContain("5000");
        (await http.GetStringAsync(new Uri(servers.Environment["DISCORD_WEBHOOK"]), Token)).ShouldContain("\"id\"");
        servers.Mail.Port.ShouldBeGreaterThan(0);
        var log = await File.ReadAllTextAsync(folder / "calls.jsonl", Token);
        log.Split('\n').Length.ShouldBe(4);
        log.ShouldContain("/api/v3/rate_limit");
        log.ShouldNotContain(new Uri(servers.Environment["DISCORD_WEBHOOK"]).Segments[^1]);
    }

    [Fact]
    public async Task Two_rehearsals_do_not_share_a_folder()
    {
        using var folder = new TemporaryFolder();
        await using var servers = await RehearsalServers.StartAsync(folder.Path, cancellationToken: Token);

        (await Should.ThrowAsync<SlipwayException>(() => RehearsalServers.StartAsync(folder.Path, cancellationToken: Token))).Kind.ShouldBe(ErrorKind.Environment);
    }

    [Fact]
    public async Task A_workflow_proves_who_it_is_and_has_a_token_for_half_an_hour()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        await using var servers = await StartAsync(folder, "release.yml", time);
        using var http = new HttpClient();
        var jwt = await ProofAsync(http, servers);

        var token = (string)(await AskAsync(http, servers, jwt))["token"]!;
        (await AskAsync(http, servers, jwt)).ToJsonString().ShouldContain("JWT has already been used");
        (await PublishAsync(http, servers, token)).ShouldBe(HttpStatusCode.BadRequest);
        time.Advance(TimeSpan.FromMinutes(30));
        (await PublishAsync(http, servers, token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_that_was_given_back_does_not_count()
    {
        using var folder = new TemporaryFolder();
        await using var servers = await StartAsync(folder, "release.yml", new ManualTime());
        using var http = new HttpClient();
        var token = (string)(await AskAsync(http, servers, await ProofAsync(http, servers)))["token"]!;

        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(servers.Registry.Address, "api/v1/trusted_publishing/tokens"));
        request.Headers.Add("Authorization", $"Bearer {token}");
        using var revoked = await http.SendAsync(request, Token);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await PublishAsync(http, servers, token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_workflow_gets_no_token_and_a_made_up_proof_none()
    {
        using var folder = new TemporaryFolder();
        await using var servers = await StartAsync(folder, "other.yml", new ManualTime());
        using var http = new HttpClient();

        (await AskAsync(http, servers, await ProofAsync(http, servers))).ToJsonString().ShouldContain("does not match the workflow filename");
        (await AskAsync(http, servers, "e30.e30.AAAA")).ToJsonString().ShouldContain("Failed to decode JWT");
    }

    [Fact]
    public async Task Cargo_works_with_what_the_servers_say()
    {
        using var folder = new TemporaryFolder().With("work/src/lib.rs", "").With("work/Cargo.toml", """
            [package]
            name = "keel"
            version = "0.1.0"
            edition = "2021"
            description = "The bottom of a ship."
            license = "MIT"
            """);
        var faults = new FaultPlan(new Fault("PUT", "/api/v1/crates/new") { Cut = true, Commits = true });
        await using var servers = await RehearsalServers.StartAsync(folder / "state", new RehearsalOptions { Faults = faults }, Token);

        var output = await new ToolCommand("cargo")
            .WithArguments(["publish", "--registry", RehearsalServers.RegistryName, .. RehearsalServers.CargoArguments])
            .WithWorkingDirectory(folder / "work")
            .WithEnvironment(servers.Environment.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .WithEnvironment("CARGO_HOME", folder / "home")
            .WithTimeLimit(TimeSpan.FromMinutes(5))
            .ReadAsync(Token);

        // Cargo fails, and the version is there: only the index knows.
        output.Result.ExitCode.ShouldBe(101, output.Error);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(servers.Registry.Address, "index/ke/el/keel"), Token)).ShouldContain("\"vers\":\"0.1.0\"");
        servers.Log.Calls.Single(call => call.Method == "PUT").Status.ShouldBeNull();
    }

    private static Task<RehearsalServers> StartAsync(TemporaryFolder folder, string workflow, TimeProvider time) => RehearsalServers.StartAsync(
        folder.Path,
        new RehearsalOptions
        {
            Time = time,
            GitHub = new GitHubOptions { Repository = "octo/crate", Workflow = new WorkflowIdentity(workflow) },
            TrustedPublisher = new TrustedPublisher("octo/crate", "release.yml"),
        },
        Token);

    private static async Task<string> ProofAsync(HttpClient http, RehearsalServers servers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, servers.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] + "&audience=crates.io");
        request.Headers.Add("Authorization", $"Bearer {servers.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}");
        using var response = await http.SendAsync(request, Token);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["value"]!;
    }

    private static async Task<JsonNode> AskAsync(HttpClient http, RehearsalServers servers, string jwt)
    {
        using var response = await http.PostAsJsonAsync(new Uri(servers.Registry.Address, "api/v1/trusted_publishing/tokens"), new { jwt }, Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }

    /// <summary>400 says that the token was taken: the body is none.</summary>
    private static async Task<HttpStatusCode> PublishAsync(HttpClient http, RehearsalServers servers, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(servers.Registry.Address, "api/v1/crates/new"));
        request.Headers.Add("Authorization", token);
        request.Content = new ByteArrayContent([0]);
        using var response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }
}
