using Slipway.Packaging;

namespace Slipway.Tests.Packaging;

/// <summary>With programs that behave as Apple's do, and write down how they were called.</summary>
public sealed class MacSignerTests : IDisposable
{
    private const string Security = """
        case "$1" in
        list-keychains) [ "$4" = -s ] || echo '    "/Users/me/login.keychain-db"' ;;
        import) [ "$8" = right ] || { echo 'security: SecKeychainItemImport: MAC verification failed' >&2; exit 1; } ;;
        find-identity) echo '  1) 0123456789ABCDEF0123456789ABCDEF01234567 "Developer ID Application: Me (TEAM)"' ;;
        esac
        """;

    private readonly RustProject _tools = RustProject.Empty().With("caro", "program");

    public MacSignerTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs in Apple's place are shell scripts");
        Tool("security", Security);
        Tool("codesign", "[ \"$1\" = --verify ] || printf signed >>\"${!#}\"");
        Tool("ditto", "cp \"$4\" \"$5\"");
        Notary("Accepted");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_is_signed_for_the_hardened_runtime_and_notarized()
    {
        await SignAsync();

        File.ReadAllText(_tools / "caro").ShouldBe("programsigned");
        var calls = File.ReadAllLines(_tools / "calls");
        calls.Select(call => string.Join(' ', call.Split(' ').Take(2))).ShouldBe(
        [
            "security list-keychains", "security create-keychain", "security set-keychain-settings", "security unlock-keychain", "security import",
            "security set-key-partition-list", "security list-keychains", "security find-identity", "codesign --force", "codesign --verify",
            "security list-keychains", "security delete-keychain", "ditto -c", "xcrun notarytool",
        ]);
        calls[8].ShouldContain("--options runtime --timestamp");
        calls[8].ShouldContain("--sign 0123456789ABCDEF0123456789ABCDEF01234567");
        calls[10].ShouldEndWith("-s /Users/me/login.keychain-db");
        calls[13].ShouldContain("--key-id KEY --issuer ISSUER --wait --output-format json");
    }

    [Fact]
    public async Task What_Apple_does_not_accept_fails_although_its_tool_ends_with_0()
    {
        Notary("Invalid");

        var error = await Should.ThrowAsync<SlipwayException>(() => SignAsync());

        error.Message.ShouldBe("Apple does not accept caro (status Invalid): The binary is not signed.");
        error.Kind.ShouldBe(ErrorKind.Verdict);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_it_and_the_keychain_is_gone()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => SignAsync("wrong-password"));

        error.Message.ShouldBe("security cannot import the certificate (is its password right?): security: SecKeychainItemImport: MAC verification failed");
        error.ToString().ShouldNotContain("wrong-password");
        File.ReadAllLines(_tools / "calls")[^1].ShouldStartWith("security delete-keychain");
    }

    [Fact]
    public async Task Noise_instead_of_a_verdict_is_no_verdict()
    {
        Tool("xcrun", "echo 'Error: HTTP status code: 401. Invalid credentials.' >&2; exit 69");

        (await Should.ThrowAsync<SlipwayException>(() => SignAsync())).Message.ShouldBe("notarytool cannot notarize caro: Error: HTTP status code: 401. Invalid credentials.");
    }

    [Fact]
    public void Credentials_that_are_none_are_refused_unseen()
    {
        Should.Throw<SlipwayException>(() => AppleCredentials.Parse("*secret*", "p", null)).ToString().ShouldNotContain("*secret*");
        Should.Throw<SlipwayException>(() => AppleCredentials.Parse("AAAA", "p", "{\"key_id\":\"hidden\"}")).ToString().ShouldNotContain("hidden");
        AppleCredentials.Parse("AAAA", "word", null).ToString().ShouldNotContain("word");
    }

    [Fact]
    public async Task Another_system_is_told_to_sign_on_a_Mac()
    {
        using var empty = RustProject.Empty();
        var signer = new MacSigner(Credentials("right"), empty.Folder);

        (await Should.ThrowAsync<SlipwayException>(() => signer.SignAsync([_tools / "caro"], Token))).Hint!.ShouldContain("on a Mac");
    }

    public void Dispose() => _tools.Dispose();

    private Task SignAsync(string password = "right") => new MacSigner(Credentials(password), _tools.Folder).SignAsync([_tools / "caro"], Token);

    private static AppleCredentials Credentials(string password) =>
        AppleCredentials.Parse("AAAA", password, """{"issuer_id":"ISSUER","key_id":"KEY","private_key":"-----BEGIN PRIVATE KEY-----\n"}""");

    private void Notary(string status) => Tool("xcrun", $$"""
        if [ "$2" = submit ]; then echo '{"id":"7","status":"{{status}}","message":"Processing complete"}'
        else echo '{"issues":[{"severity":"error","message":"The binary is not signed."}]}'; fi
        """);

    private void Tool(string name, string script) =>
        _tools.WithScript(name, $"#!/bin/bash\necho {name} \"$@\" >>'{_tools / "calls"}'\n{script}\n");
}
