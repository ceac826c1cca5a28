using System.Collections.Immutable;
using System.Net;
using MimeKit;

namespace Slipway.Messages;

/// <summary>Who sends mail to whom, by which server.</summary>
public sealed class MailSettings
{
    /// <summary>Where programs hand mail in: https://www.rfc-editor.org/rfc/rfc6409</summary>
    public const int DefaultPort = 587;

    /// <summary>The same with TLS from the first byte: https://www.rfc-editor.org/rfc/rfc8314</summary>
    public const int TlsPort = 465;

    private static readonly char[] Separators = [',', ';', ' '];

    /// <param name="user">Null when the server asks nobody who it is.</param>
    /// <param name="password">Secret.</param>
    /// <param name="to">Addresses; one text may have several, with commas, semicolons or spaces between them.</param>
    /// <exception cref="SlipwayException">Something is missing, or an address is none.</exception>
    public MailSettings(string host, int port, string? user, string? password, string? from, IEnumerable<string> to)
    {
        Host = host.Trim();
        Port = port is > 0 and <= IPEndPoint.MaxPort ? port : throw Wrong($"SMTP_PORT is {port}, which is no port.", $"The usual one is {DefaultPort}.");
        User = string.IsNullOrWhiteSpace(user) ? null : user.Trim();
        Password = string.IsNullOrEmpty(password) ? null : password;
        if (User is not null && Password is null)
            throw Wrong($"There is no password for {User} at {Host}.", "Set the secret SMTP_PASSWORD; or leave SMTP_USER out when the server asks for none.");
        if (User is null && Password is not null)
            throw Wrong($"SMTP_PASSWORD is set, and nobody says whose it is at {Host}.", "Set SmtpUser, in .nuke/parameters.json or as SMTP_USER.");
        From = Address(from ?? "", "MailFrom", "MAIL_FROM");
        To = [.. to.SelectMany(x => x.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(x => Address(x, "MailTo", "MAIL_TO"))
            .DistinctBy(x => x.Address, StringComparer.OrdinalIgnoreCase)];
        if (To.IsEmpty)
            throw Missing("MailTo", "MAIL_TO");
    }

    public string Host { get; }

    public int Port { get; }

    public string? User { get; }

    /// <summary>There whenever there is a user.</summary>
    internal string? Password { get; }

    internal MailboxAddress From { get; }

    internal ImmutableArray<MailboxAddress> To { get; }

    /// <summary>Whether nothing leaves this machine.</summary>
    public bool IsLocal => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    private static MailboxAddress Address(string text, string parameter, string variable) =>
        string.IsNullOrWhiteSpace(text) ? throw Missing(parameter, variable)
        : MailboxAddress.TryParse(text, out var address) && address.Domain is { Length: > 0 } ? address
        : throw Wrong($"{variable}: '{text}' is no address.", "name@example.org is one.");

    private static SlipwayException Missing(string parameter, string variable) =>
        Wrong($"Mail is to be sent, and {variable} is not set.", $"Set \"{parameter}\" in .nuke/parameters.json, or {variable}; or send no mail: leave SmtpHost out.");

    private static SlipwayException Wrong(string message, string hint) => new(ErrorKind.Configuration, message, hint);
}
