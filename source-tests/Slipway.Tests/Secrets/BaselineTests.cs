using Slipway.Secrets;

namespace Slipway.Tests.Secrets;

public class BaselineTests
{
    private const string Fingerprint = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task What_is_accepted_is_written_sorted_with_a_salt_of_its_own_and_read_again()
    {
        using var folder = RustProject.Empty();
        (await SecretBaseline.ReadAsync(folder.Folder, TestContext.Current.CancellationToken)).ShouldBe(SecretBaseline.None);
        var baseline = SecretBaseline.Create().Accept([Finding('b', true), Finding('a', false), Finding('b', false)], "revoked");
        await baseline.WriteAsync(folder.Folder, TestContext.Current.CancellationToken);

        var read = await SecretBaseline.ReadAsync(folder.Folder, TestContext.Current.CancellationToken);
        read.Salt.ShouldBe(baseline.Salt);
        read.Salt.ShouldNotBe(SecretBaseline.Create().Salt);
        read.Accepted.ShouldBe(
        [
            new AcceptedSecret(new string('a', 64), "revoked", Scope: "history"),
            new AcceptedSecret(new string('b', 64), "revoked"),
        ]);
    }

    [Fact]
    public void The_same_secret_has_another_fingerprint_with_another_salt()
    {
        var (first, second) = (SecretBaseline.Create(), SecretBaseline.Create());
        SecretHash.Fingerprint("secret", first.Salt).ShouldBe(SecretHash.Fingerprint("secret", first.Salt));
        SecretHash.Fingerprint("secret", first.Salt).ShouldNotBe(SecretHash.Fingerprint("secret", second.Salt));
        SecretHash.Fingerprint("a\r\nb\r\n", first.Salt).ShouldBe(SecretHash.Fingerprint("a\nb", first.Salt));
    }

    [Theory]
    [InlineData("{", "is broken.")]
    [InlineData("null", "is broken.")]
    [InlineData("""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "secrets": [] }""", "is broken.")]
    [InlineData("""{ "version": 1, "salt": "not base64", "accepted": [] }""", "is broken.")]
    [InlineData("""{ "version": 2, "salt": "AAAAAAAAAAAAAAAA" }""", "has version 2, and this program reads version 1.")]
    [InlineData("""{ "version": 1 }""", "has no salt of at least 8 bytes.")]
    [InlineData("""{ "version": 1, "salt": "AAAA" }""", "has no salt of at least 8 bytes.")]
    [InlineData("""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [null] }""", "accepts something that is no fingerprint.")]
    [InlineData("""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [{ "fingerprint": "abc", "reason": "x" }] }""", "accepts something that is no fingerprint.")]
    [InlineData($$"""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [{ "fingerprint": "{{Fingerprint}}", "reason": " " }] }""", "accepts 01234567… without a reason.")]
    [InlineData($$"""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [{ "fingerprint": "{{Fingerprint}}" }] }""", "accepts 01234567… without a reason.")]
    [InlineData($$"""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [{ "fingerprint": "{{Fingerprint}}", "reason": "x", "scope": "tree" }] }""", "accepts 01234567… in the scope 'tree'.")]
    [InlineData($$"""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "accepted": [{ "fingerprint": "{{Fingerprint}}", "reason": "x", "expires": "soon" }] }""", "is broken.")]
    [InlineData("""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "allowed": [{ "reason": "x" }] }""", "allows something without a rule and without a path.")]
    [InlineData("""{ "version": 1, "salt": "AAAAAAAAAAAAAAAA", "allowed": [{ "path": "docs/**" }] }""", "allows docs/** without a reason.")]
    public async Task What_is_wrong_with_it_is_said(string json, string message)
    {
        using var folder = RustProject.Empty().With(SecretBaseline.FileName, json);
        var refused = await Should.ThrowAsync<SlipwayException>(() => SecretBaseline.ReadAsync(folder.Folder, TestContext.Current.CancellationToken));
        refused.Message.ShouldBe($"The baseline of secrets {message}");
        refused.Location!.File.ShouldBe(folder / SecretBaseline.FileName);
    }

    [Theory]
    [InlineData("docs/*.md", "docs/a.md", true)]
    [InlineData("docs/*.md", "docs/b/a.md", false)]
    [InlineData("docs/**", "docs/b/a.md", true)]
    [InlineData("**/a.md", "a.md", true)]
    [InlineData("**/a.md", "x/y/a.md", true)]
    [InlineData("a?.md", "ab.md", true)]
    [InlineData("a.md", "a.md\n", false)]
    [InlineData("a.md", "axmd", false)]
    public void Paths_are_allowed_by_patterns(string pattern, string path, bool matches) => PathPattern.Matches(pattern, path).ShouldBe(matches);

    private static SecretFinding Finding(char fingerprint, bool isInTree) =>
        new("rule", "A token", "a.txt", 1, isInTree ? null : "c0ffee", isInTree, "abcd…", new string(fingerprint, 64));
}
