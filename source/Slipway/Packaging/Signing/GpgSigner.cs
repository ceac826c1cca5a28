using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Packaging;

/// <summary>
/// Signs with gpg, in a home of its own that is gone afterwards: neither the keys nor the agent of whoever runs it are
/// touched, and the passphrase is in no argument, variable or file.
/// </summary>
/// <param name="folder">Where the home is made, short enough for its sockets; null is the system's place for temporary files.</param>
public sealed partial class GpgSigner(GpgKey key, string program = "gpg", string? folder = null)
{
    /// <summary>What is appended to the name of the signed file.</summary>
    public const string Extension = ".asc";

    /// <summary>
    /// Writes an armoured signature beside the file, and verifies it. Its time is given, so that a release that is made once
    /// more has the same bytes: what is public already is found to be ours.
    /// </summary>
    /// <param name="time">Of the signature, such as that of the commit; the key's own is taken when it is younger.</param>
    /// <returns>The fingerprint of the key that made it.</returns>
    /// <exception cref="SlipwayException">gpg is missing, the key is none, or the passphrase does not open it.</exception>
    public async Task<string> SignAsync(string file, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        await using var home = GpgHome.Create(program, folder);
        var command = home.Command;
        var (fingerprint, created) = await ImportAsync(command, cancellationToken);
        var signature = file + Extension;
        var temporary = Path.Combine(home.Folder, "signature");
        await RunAsync(
            command.AddArguments("--faked-system-time", $"{Math.Max(created, time.ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture)}!", "--passphrase-fd", "0", "--local-user", fingerprint, "--armor", "--digest-algo", "SHA512", "--output", temporary, "--detach-sign", file)
                .WithInput((key.Passphrase ?? "") + "\n"),
            "cannot sign",
            cancellationToken);
        var verified = await RunAsync(command.AddArguments("--verify", temporary, file), "cannot verify what it has signed", cancellationToken);
        if (GpgHome.SignerOf(verified) != fingerprint)
            throw Failed("has made a signature of another key", verified);
        if (verified.Output.Contains("EXPKEYSIG", StringComparison.Ordinal))
            throw Expired();
        await AtomicFile.WriteBytesAsync(signature, await File.ReadAllBytesAsync(temporary, cancellationToken), cancellationToken);
        return fingerprint;
    }

    private async Task<(string Fingerprint, long Created)> ImportAsync(ToolCommand command, CancellationToken cancellationToken)
    {
        var imported = await RunAsync(command.AddArguments("--import").WithInput(key.Armoured()), "cannot read the key", cancellationToken);
        var fingerprints = ImportedKey().Matches(imported.Output).Select(match => match.Groups["fingerprint"].Value).Distinct(StringComparer.Ordinal).ToList();
        if (fingerprints.Count != 1)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                fingerprints.Count == 0 ? "What should be the OpenPGP key holds none." : $"What should be the OpenPGP key holds {fingerprints.Count}.",
                "Export one: gpg --armor --export-secret-keys FINGERPRINT");
        }

        var secret = await RunAsync(command.AddArguments("--with-colons", "--list-secret-keys", fingerprints[0]), "cannot list the key", cancellationToken, mayFail: true);
        return secret.Result.Succeeded
            ? (fingerprints[0], Created().Matches(secret.Output).Max(match => long.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture)))
            : throw new SlipwayException(ErrorKind.Configuration, "The OpenPGP key is a public one, which signs nothing.", "Export the private one: gpg --armor --export-secret-keys FINGERPRINT");
    }

    private static async Task<ToolOutput> RunAsync(ToolCommand command, string what, CancellationToken cancellationToken, bool mayFail = false)
    {
        var output = await command.ReadAsync(cancellationToken);
        return output.Result.Succeeded || mayFail ? output : throw Failed(what, output);
    }

    private static SlipwayException Failed(string what, ToolOutput output)
    {
        var isLocked = output.Error.Contains("Bad passphrase", StringComparison.Ordinal) || output.Output.Contains("BAD_PASSPHRASE", StringComparison.Ordinal)
            || output.Output.Contains("MISSING_PASSPHRASE", StringComparison.Ordinal);
        var isExpired = output.Output.Contains("KEYEXPIRED", StringComparison.Ordinal);
        var last = output.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(line => line.StartsWith("gpg: ", StringComparison.Ordinal));
        return isLocked
            ? new SlipwayException(ErrorKind.Configuration, "The passphrase does not open the OpenPGP key.", "Mend the secret with the passphrase; without one, the key must have none.")
            : isExpired
                ? Expired()
                : new SlipwayException(ErrorKind.Configuration, output.Result.TimedOut ? $"gpg {what}: it did not end within a minute." : $"gpg {what}: {last?["gpg: ".Length..] ?? $"exit code {output.Result.ExitCode}"}.");
    }

    private static SlipwayException Expired() =>
        new(ErrorKind.Configuration, "The OpenPGP key has expired.", "Extend it (gpg --quick-set-expire FINGERPRINT 1y) and store the exported key anew.");

    // Keys and subkeys; the sixth field is when they were made. Source: DETAILS of GnuPG.
    [GeneratedRegex(@"^(sec|ssb):([^:\n]*:){4}(?<time>\d{1,10}):", RegexOptions.Multiline)]
    private static partial Regex Created();

    [GeneratedRegex(@"^\[GNUPG:\] IMPORT_OK \d+ (?<fingerprint>[0-9A-F]{40,64})$", RegexOptions.Multiline)]
    private static partial Regex ImportedKey();
}
