using System.Net;
using System.Text.Json.Nodes;
using Octokit;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.GitHub;

public class AssetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_tells_its_digest_and_is_downloaded_again()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();

        var asset = await bench.UploadAsync(draft, "crate-1.0.0.tar.gz", "hello");

        asset.State.ShouldBe("uploaded");
        asset.Size.ShouldBe(5);
        var json = JsonNode.Parse(await bench.TextAsync($"releases/assets/{asset.Id}"))!;
        ((string?)json["digest"]).ShouldBe("sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        (await bench.Client().Repository.Release.GetAllAssets(Bench.Owner, Bench.Name, draft.Id)).Single().Name.ShouldBe("crate-1.0.0.tar.gz");
        using var request = new HttpRequestMessage(HttpMethod.Get, asset.Url);
        request.Headers.Accept.ParseAdd("application/octet-stream");
        using var raw = await bench.Http.SendAsync(request, Token);
        (await raw.Content.ReadAsStringAsync(Token)).ShouldBe("hello");
    }

    [Theory]
    [InlineData("a b.txt", "a.b.txt")]
    [InlineData("caro (1).zip", "caro.1.zip")]
    [InlineData(".hidden", "default.hidden")]
    [InlineData("caro-1.0.0+x_y.tar.gz", "caro-1.0.0+x_y.tar.gz")]
    public async Task Odd_characters_of_a_name_are_replaced(string name, string expected)
    {
        await using var bench = await Bench.StartAsync();

        (await bench.UploadAsync(await bench.DraftAsync(), name)).Name.ShouldBe(expected);
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();
        await bench.UploadAsync(draft, "a b.txt");

        var error = await Should.ThrowAsync<ApiValidationException>(() => bench.UploadAsync(draft, "a.b.txt"));

        var detail = error.ApiError.Errors.Single();
        (detail.Resource, detail.Code, detail.Field).ShouldBe(("ReleaseAsset", "already_exists", "name"));
    }

    [Fact]
    public async Task A_failed_upload_leaves_a_starter_that_is_in_the_way_until_it_is_deleted()
    {
        await using var bench = await Bench.StartAsync();
        var (draft, releases) = (await bench.DraftAsync(), bench.Client().Repository.Release);
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { Starter = true });

        (await Should.ThrowAsync<ApiException>(() => bench.UploadAsync(draft, "a.txt"))).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        var left = (await releases.GetAllAssets(Bench.Owner, Bench.Name, draft.Id)).Single();
        (left.State, left.Size).ShouldBe(("starter", 0));
        await Should.ThrowAsync<ApiValidationException>(() => bench.UploadAsync(draft, "a.txt"));
        await releases.DeleteAsset(Bench.Owner, Bench.Name, left.Id);
        (await bench.UploadAsync(draft, "a.txt")).State.ShouldBe("uploaded");
    }

    [Fact]
    public async Task A_deleted_draft_takes_its_files_with_it()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();
        var asset = await bench.UploadAsync(draft, "a.txt");

        await bench.Client().Repository.Release.Delete(Bench.Owner, Bench.Name, draft.Id);

        await Should.ThrowAsync<NotFoundException>(() => bench.Client().Repository.Release.GetAsset(Bench.Owner, Bench.Name, asset.Id));
        Directory.GetFiles(Path.Combine(bench.Folder, "github", "assets")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_of_unknown_length_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bench.Server.Address, $"api/uploads/repos/octo/crate/releases/{draft.Id}/assets?name=a.txt"));
        request.Content = new StringContent("hello");
        request.Headers.TransferEncodingChunked = true;

        using var response = await bench.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("Bad Content-Length");
    }

    [Fact]
    public async Task A_connection_that_is_cut_after_the_upload_leaves_the_asset()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();
        bench.Faults.Add(new Fault("POST", "/api/uploads/**") { Cut = true, Commits = true });

        await Should.ThrowAsync<HttpRequestException>(() => bench.UploadAsync(draft, "a.txt"));

        (await bench.Client().Repository.Release.GetAllAssets(Bench.Owner, Bench.Name, draft.Id)).Single().State.ShouldBe("uploaded");
    }

    [Fact]
    public async Task Files_of_a_draft_are_not_downloaded_by_its_tag()
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.DraftAsync();
        await bench.UploadAsync(draft, "a.txt");
        var address = new Uri(bench.Server.Address, "octo/crate/releases/download/v1.0.0/a.txt").ToString();

        using var before = await bench.GetAsync(address);
        before.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await bench.PublishAsync(draft);
        using var after = await bench.GetAsync(address);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
