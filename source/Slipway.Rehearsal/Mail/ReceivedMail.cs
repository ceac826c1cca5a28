using System.Collections.Immutable;

namespace Slipway.Rehearsal.Mail;

/// <summary>A mail as it came: whom the envelope names, and the text with its head.</summary>
public sealed record ReceivedMail(string From, ImmutableArray<string> Recipients, string Text);
