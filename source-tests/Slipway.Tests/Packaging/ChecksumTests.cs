using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Processes;

namespace Slipway.Tests.Packaging;

public class ChecksumTests
{
    private const string Digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_what_users_check_with_sha256sum()
    {
        Assert.SkipWhen(Executables.Find("sha256sum") is null, "sha256sum is not on this machine");
        using var files = RustProject.Empty().With("b.zip", "abc").With("a.tar.gz", "x");
        var assets = new[] { await AssetAsync(files, "b.zip"), await AssetAsync(files, "a.tar.gz") };
        files.With(ChecksumFile.Name, ChecksumFile.Write(assets));

        var check = await new ToolCommand("sha256sum").WithArguments("--check", "--strict", ChecksumFile.Name).WithWorkingDirectory(files.Folder).ReadAsync(Token);

        check.Output.ShouldBe("a.tar.gz: OK\nb.zip: OK\n");
        check.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        using var files = RustProject.Empty().With("a.zip", "abc");
        var text = ChecksumFile.Write([await AssetAsync(files, "a.zip")]);

        text.ShouldBe($"{Digest}  a.zip\n");
        ChecksumFile.Read(text, "SHA256SUMS").ShouldBe(new Dictionary<string, string> { ["a.zip"] = Digest });
    }

    [Theory]
    [InlineData("x  a\n", 1)]
    [InlineData($"{Digest}  a\n\n", 2)]
    [InlineData($"{Digest}  a\r\n", 1)]
    [InlineData($"{Digest} *a\n", 1)]
    [InlineData($"{Digest}  ../a\n", 1)]
    [InlineData($"{Digest}  a\n{Digest}  a\n", 2)]
    [InlineData($"{Digest}  a", 1)]
    public void A_line_that_tools_read_differently_is_refused(string text, int line) =>
        Should.Throw<SlipwayException>(() => ChecksumFile.Read(text, "SHA256SUMS")).Location.ShouldBe(new SourceLocation("SHA256SUMS", line));

    [Fact]
    public async Task An_asset_that_was_changed_after_its_checksum_is_found()
    {
        using var files = RustProject.Empty().With("a.zip", "abc");
        var asset = await AssetAsync(files, "a.zip");
        await asset.VerifyAsync(files.Folder, Token);

        files.With("a.zip", "abd");
        (await Should.ThrowAsync<SlipwayException>(() => asset.VerifyAsync(files.Folder, Token))).Message.ShouldBe("a.zip was changed after its checksum was taken.");

        File.Delete(files / "a.zip");
        (await Should.ThrowAsync<SlipwayException>(() => asset.VerifyAsync(files.Folder, Token))).Message.ShouldBe("a.zip is missing.");
    }

    private static Task<Asset> AssetAsync(RustProject files, string name) => Asset.OfAsync(files / name, AssetKind.Archive, null, Token);
}
