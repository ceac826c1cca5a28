using System.Collections.Immutable;
using Slipway.Manifest;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Mail;
using Slipway.Rehearsal.Users;

namespace Slipway.Rehearsal.Page;

/// <summary>What there is to see after a rehearsal.</summary>
/// <param name="Address">Where users would find the release.</param>
/// <param name="Sums">What <c>SHA256SUMS</c> says.</param>
/// <param name="Signature">Of the sums, armoured.</param>
public sealed record RehearsalContent(
    ReleaseManifest Manifest,
    Uri Address,
    ImmutableArray<UserCheck> Checks,
    string Sums,
    string Signature,
    ImmutableArray<DiscordMessage> Messages,
    ImmutableArray<ReceivedMail> Mails,
    ImmutableArray<Call> Calls);
