namespace Slipway.Rehearsal.Mail;

/// <summary>How the embedded mail server is to be.</summary>
public sealed record MailOptions
{
    /// <summary>Whoever sends must be this user; nobody need be without it.</summary>
    public string? User { get; init; }

    public string Password { get; init; } = "rehearsal-mail-password";

    /// <summary>The longest message, in bytes.</summary>
    public int SizeLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>Recipients that do not exist.</summary>
    public IReadOnlyCollection<string> Unknown { get; init; } = [];

    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }
}
