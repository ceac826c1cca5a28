using System.Security.Cryptography;
using System.Text;
using Slipway.Secrets;
using Slipway.Secrets.Rules;

namespace Slipway.Tests.Secrets;

public class FalseAlarmTests
{
    private static readonly TextScanner Scanner = new(SecretRuleSet.BuiltIn, SecretBaseline.None.Salt);

    [Fact]
    public void Lock_files_are_no_secrets()
    {
        var cargo = string.Concat(Enumerable.Range(0, 400).Select(index =>
            $"[[package]]\nname = \"token-{index}\"\nversion = \"1.0.{index}\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"{Hash(index)}\"\n\n"));
        Scanner.Scan("Cargo.lock", cargo).ShouldBeEmpty();
        var npm = string.Concat(Enumerable.Range(0, 400).Select(index =>
            $"    \"node_modules/secret-{index}\": {{\n      \"resolved\": \"https://registry.npmjs.org/key/-/key-{index}.tgz\",\n      \"integrity\": \"sha512-{Base64(64, index)}\"\n    }},\n"));
        Scanner.Scan("web/package-lock.json", npm).ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "samples/caro/Cargo.lock")))
            Scanner.Scan(file, File.ReadAllText(file)).ShouldBeEmpty(file);
    }

    [Fact]
    public void Hashes_and_identifiers_are_no_secrets()
    {
        var lines = Enumerable.Range(0, 300).SelectMany(index => new[]
        {
            $"{Hash(index)}  slipway-{index}.tar.gz",
            $"uses: actions/checkout@{Hash(index)[..40]} # v4.2.{index}",
            $"commit {Hash(index)[..40]}",
            $"cache_key: \"{Hash(index)[..32]}\"",
            $"token_id = \"{new Guid(Convert.FromHexString(Hash(index)[..32]))}\"",
            $"secret = \"{new Guid(Convert.FromHexString(Hash(index)[..32]))}\"",
            $"password_hash = \"{Hash(index)}\"",
            $"public_key = \"{Base64(32, index)}\"",
            $"key-fingerprint: SHA256:{Base64(32, index)}",
            $"docker pull x@sha256:{Hash(index)}",
            $"etag: \"{Hash(index)[..32]}\"",
        });
        Scanner.Scan("hashes.txt", string.Join('\n', lines)).ShouldBeEmpty();
    }

    [Fact]
    public void Images_in_text_are_no_secrets()
    {
        var images = Enumerable.Range(0, 40).Select(index => $"<img alt=\"key\" src=\"data:image/png;base64,{Base64(30_000, index)}\">");
        Scanner.Scan("page.html", string.Join('\n', images)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("AWS_ACCESS_KEY_ID=AKIAIOSFODNN7" + "EXAMPLE")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY")]
    [InlineData("token = \"your-token-goes-here-1\"")]
    [InlineData("password: \"${{ secrets.PASSWORD }}\"")]
    [InlineData("let token = env::var(\"MY_SERVICE_TOKEN_42\")?;")]
    [InlineData("API_KEY=$(op read op://vault/item/field1)")]
    [InlineData("postgres://user:password@localhost:5432/app")]
    [InlineData("https://user:${TOKEN}@github.com/owner/repository.git")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlRuRnThUjU8/prwYxbty\n-----END PUBLIC KEY-----")]
    [InlineData("Put your key between -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----.")]
    [InlineData("assert!(token.starts_with(\"ghp_\") || token.starts_with(\"github_pat_\"));")]
    [InlineData("secret_name = \"projects/12345/secrets/deploy-key-1\"")]
    [InlineData("Authorization: Bearer <YOUR_API_TOKEN_WITH_32_CHARACTERS>")]
    [InlineData("pub const KEYWORD_TOKEN: &str = \"macro_rules_token_tree\";")]
    [InlineData("'secret_ref': 'V1LocalObjectReference',")]
    [InlineData("[\"secret\",\"ch02-00-guessing-game-tutorial.html#generating-a-secret-number\"]")]
    [InlineData("key-value-store-0123456789abcdef")]
    [InlineData("passwordResetUrl: \"https://accounts.host/reset/2024/step2\"")]
    public void Documentation_and_code_are_no_secrets(string line) => Scanner.Scan("docs/setup.md", line + "\n").ShouldBeEmpty();

    [Fact]
    public void The_documentation_of_the_crates_that_are_here_has_no_secret()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/target/", StringComparison.Ordinal))
            .ToList();
        files.ShouldNotBeEmpty();
        foreach (var file in files)
            Scanner.Scan(file, ScannedText.Decode(File.ReadAllBytes(file)) ?? "").ShouldBeEmpty(file);
    }

    private static string Hash(int seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}")));

    private static string Base64(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
