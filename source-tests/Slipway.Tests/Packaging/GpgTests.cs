using System.Text;
using Slipway.Packaging;
using Slipway.Processes;

namespace Slipway.Tests.Packaging;

/// <summary>With real gpg and keys made for the test.</summary>
public sealed class GpgTests : IDisposable
{
    private const string Passphrase = "open sesame";

    private static readonly DateTimeOffset Time = new(2026, 11, 20, 10, 11, 12, TimeSpan.Zero);

    private readonly RustProject _files = RustProject.Empty().With("SHA256SUMS", "abc\n");

    // The agent's sockets allow about 100 characters.
    private readonly string _home = Directory.CreateTempSubdirectory("g").FullName;

    public GpgTests() => Assert.SkipWhen(Executables.Find("gpg") is null, "gpg is not on this machine");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Passphrase, false)]
    [InlineData("", false)]
    [InlineData(Passphrase, true)]
    public async Task A_user_verifies_with_the_public_key_alone(string passphrase, bool isEncoded)
    {
        var key = await MakeKeyAsync(passphrase);
        var text = isEncoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key)) : key;

        var fingerprint = await new GpgSigner(new GpgKey(text, passphrase.Length == 0 ? null : passphrase)).SignAsync(_files / "SHA256SUMS", Time, Token);

        File.ReadAllText(_files / "SHA256SUMS.asc").ShouldStartWith("-----BEGIN PGP SIGNATURE-----");
        var status = await GpgAsync("--status-fd", "1", "--verify", _files / "SHA256SUMS.asc", _files / "SHA256SUMS");
        status.Output.ShouldContain($"VALIDSIG {fingerprint}");
        _files.With("SHA256SUMS", "abd\n");
        (await GpgAsync("--verify", _files / "SHA256SUMS.asc", _files / "SHA256SUMS")).Result.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Signed_again_it_has_the_same_bytes()
    {
        var key = await GpgKey.MakeAsync("Rehearsal <rehearsal@localhost>", Time.AddMinutes(-1), Token);

        await new GpgSigner(key).SignAsync(_files / "SHA256SUMS", Time, Token);
        var first = await File.ReadAllTextAsync(_files / "SHA256SUMS.asc", Token);
        await Task.Delay(TimeSpan.FromSeconds(1.1), Token);
        await new GpgSigner(key).SignAsync(_files / "SHA256SUMS", Time, Token);

        (await File.ReadAllTextAsync(_files / "SHA256SUMS.asc", Token)).ShouldBe(first);
    }

    [Fact]
    public async Task A_wrong_passphrase_is_said_and_shown_nowhere()
    {
        var key = await MakeKeyAsync(Passphrase);

        var error = await Should.ThrowAsync<SlipwayException>(() => new GpgSigner(new GpgKey(key, "not that one")).SignAsync(_files / "SHA256SUMS", Time, Token));

        error.Message.ShouldBe("The passphrase does not open the OpenPGP key.");
        error.ToString().ShouldNotContain("not that one");
        File.Exists(_files / "SHA256SUMS.asc").ShouldBeFalse();
    }

    [Fact]
    public async Task A_public_key_and_what_is_no_key_are_refused()
    {
        await MakeKeyAsync("");
        var publicKey = (await GpgAsync("--armor", "--export")).Output;

        (await FailAsync(publicKey)).Message.ShouldBe("The OpenPGP key is a public one, which signs nothing.");
        (await FailAsync("hello")).Message.ShouldBe("What should be the OpenPGP key is neither armoured nor base64 of that.");
        (await FailAsync("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----\n")).Message.ShouldStartWith("gpg cannot read the key");
    }

    [Fact]
    public async Task Nothing_is_left_of_the_key()
    {
        var key = await MakeKeyAsync(Passphrase);
        var place = Directory.CreateDirectory(Path.Combine(_home, "h")).FullName;

        await new GpgSigner(new GpgKey(key, Passphrase), folder: place).SignAsync(_files / "SHA256SUMS", Time, Token);
        await Should.ThrowAsync<SlipwayException>(() => new GpgSigner(new GpgKey(key, "wrong"), folder: place).SignAsync(_files / "SHA256SUMS", Time, Token));

        Directory.GetFileSystemEntries(place).ShouldBeEmpty();
        new GpgKey(key, Passphrase).ToString().ShouldBe("an OpenPGP key");
    }

    [Fact]
    public async Task A_machine_without_gpg_is_told_so() =>
        (await Should.ThrowAsync<SlipwayException>(() => new GpgSigner(new GpgKey("", null), "no-such-gpg").SignAsync(_files / "SHA256SUMS", Time, Token))).Kind.ShouldBe(ErrorKind.Environment);

    public void Dispose()
    {
        _files.Dispose();
        if (Executables.Find("gpgconf") is { } gpgconf)
            new ToolCommand(gpgconf).WithArguments("--homedir", _home, "--kill", "all").ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        Directory.Delete(_home, recursive: true);
    }

    private Task<SlipwayException> FailAsync(string key) =>
        Should.ThrowAsync<SlipwayException>(() => new GpgSigner(new GpgKey(key, null)).SignAsync(_files / "SHA256SUMS", Time, Token));

    private async Task<string> MakeKeyAsync(string passphrase)
    {
        var made = await GpgAsync("--pinentry-mode", "loopback", "--passphrase", passphrase, "--quick-generate-key", "Tests <tests@localhost>", "ed25519", "sign", "1d");
        made.Result.Succeeded.ShouldBeTrue(made.Error);
        return (await GpgAsync("--pinentry-mode", "loopback", "--passphrase", passphrase, "--armor", "--export-secret-keys")).Output;
    }

    private Task<ToolOutput> GpgAsync(params string[] arguments) =>
        new ToolCommand("gpg").WithArguments(["--homedir", _home, "--batch", "--yes", "--no-tty", .. arguments]).ReadAsync(Token);
}
