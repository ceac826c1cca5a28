using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Slipway.Packaging;

/// <summary>A keychain for one run, which holds the certificate and is gone afterwards.</summary>
internal sealed partial class MacKeychain : IAsyncDisposable
{
    private const string LockAfterSeconds = "21600";

    private readonly AppleTools _tools;
    private readonly string _folder;
    private readonly IReadOnlyList<string> _others;

    private MacKeychain(AppleTools tools, string folder, IReadOnlyList<string> others, string path)
    {
        _tools = tools;
        _folder = folder;
        _others = others;
        Path = path;
    }

    public string Path { get; }

    /// <summary>The certificate, as the digest by which codesign knows it.</summary>
    public string Identity { get; private set; } = "";

    /// <exception cref="SlipwayException">The password does not open the certificate, or it signs no programs.</exception>
    public static async Task<MacKeychain> CreateAsync(AppleTools tools, AppleCredentials credentials, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("keychain-").FullName;
        var path = System.IO.Path.Combine(folder, "signing.keychain-db");
        var certificate = System.IO.Path.Combine(folder, "certificate.p12");
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var others = Quoted().Matches((await tools.TryAsync("security", cancellationToken, "list-keychains", "-d", "user")).Output).Select(match => match.Groups[1].Value).ToList();
        var keychain = new MacKeychain(tools, folder, others, path);
        try
        {
            await tools.RunAsync("security", "make a keychain", cancellationToken, "create-keychain", "-p", password, path);
            // It would be locked while Apple's service thinks.
            await tools.RunAsync("security", "set up the keychain", cancellationToken, "set-keychain-settings", "-lut", LockAfterSeconds, path);
            await tools.RunAsync("security", "open the keychain", cancellationToken, "unlock-keychain", "-p", password, path);
            await WriteSecretAsync(certificate, credentials.Certificate, cancellationToken);
            await tools.RunAsync("security", "import the certificate (is its password right?)", cancellationToken, "import", certificate, "-k", path, "-f", "pkcs12", "-P", credentials.Password, "-T", "/usr/bin/codesign");
            File.Delete(certificate);
            // Without it, codesign would ask with a window.
            await tools.RunAsync("security", "let codesign use the key", cancellationToken, "set-key-partition-list", "-S", "apple-tool:,apple:,codesign:", "-s", "-k", password, path);
            await tools.RunAsync("security", "use the keychain", cancellationToken, ["list-keychains", "-d", "user", "-s", path, .. others]);
            var identities = await tools.RunAsync("security", "list the certificate", cancellationToken, "find-identity", "-v", "-p", "codesigning", path);
            keychain.Identity = DeveloperId().Match(identities) is { Success: true } match
                ? match.Groups["digest"].Value
                : throw new SlipwayException(ErrorKind.Configuration, "The certificate for macOS is no valid 'Developer ID Application' certificate.", "Make one in Apple's developer account, and export it with its key.");
            return keychain;
        }
        catch
        {
            await keychain.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _tools.TryAsync("security", CancellationToken.None, ["list-keychains", "-d", "user", "-s", .. _others]);
        await _tools.TryAsync("security", CancellationToken.None, "delete-keychain", Path);
        Directory.Delete(_folder, recursive: true);
    }

    internal static async Task WriteSecretAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(content, cancellationToken);
    }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^ *\\d+\\) (?<digest>[0-9A-F]{40}) \"Developer ID Application: ", RegexOptions.Multiline)]
    private static partial Regex DeveloperId();
}
