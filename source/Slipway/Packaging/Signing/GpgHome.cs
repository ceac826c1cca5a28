using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Packaging;

/// <summary>A home for one use of gpg, which nobody else can read, and which is gone afterwards with the agent that held its keys.</summary>
internal sealed partial class GpgHome : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private GpgHome(string gpg, string folder)
    {
        Folder = folder;
        Command = new ToolCommand(gpg)
            .WithArguments("--batch", "--yes", "--no-tty", "--pinentry-mode", "loopback", "--status-fd", "1")
            .WithEnvironment("GNUPGHOME", folder)
            .WithEnvironment("LC_ALL", "C")
            .WithWorkingDirectory(folder)
            .WithTimeLimit(Limit);
    }

    public string Folder { get; }

    public ToolCommand Command { get; }

    /// <exception cref="SlipwayException">gpg is missing.</exception>
    public static GpgHome Create(string program, string? place)
    {
        var gpg = Executables.Find(program)
            ?? throw new SlipwayException(ErrorKind.Environment, "gpg is not installed, or not on PATH.", "Install GnuPG 2.2 or newer.");
        // Sockets of the agent have a limit of about 100 characters.
        var folder = Path.Combine(place ?? Path.GetTempPath(), $"gpg-{Guid.NewGuid().ToString("N")[..8]}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new GpgHome(gpg, folder);
    }

    /// <summary>The fingerprint of the key that made a good signature, from what gpg says when it verifies one; null when it is no good one.</summary>
    public static string? SignerOf(ToolOutput verified) =>
        ValidSignature().Match(verified.Output) is { Success: true } match ? match.Groups["primary"].Value : null;

    // The agent that gpg has started would live on, and hold the key.
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Executables.Find("gpgconf") is { } gpgconf)
            {
                await new ToolCommand(gpgconf).WithArguments("--kill", "all").WithEnvironment("GNUPGHOME", Folder)
                    .WithTimeLimit(Limit).ReadAsync(CancellationToken.None);
            }
        }
        finally
        {
            Delete();
        }
    }

    private void Delete()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Sockets of the agent go as it ends.
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
        }
    }

    // The last word is the primary key, which may have signed by a subkey. Source: DETAILS of GnuPG.
    [GeneratedRegex(@"^\[GNUPG:\] VALIDSIG .* (?<primary>[0-9A-F]{40,64})$", RegexOptions.Multiline)]
    private static partial Regex ValidSignature();
}
