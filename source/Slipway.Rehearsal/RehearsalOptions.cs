using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Rehearsal.Mail;

namespace Slipway.Rehearsal;

/// <summary>How the servers are to be.</summary>
public sealed record RehearsalOptions
{
    public static readonly RehearsalOptions Default = new();

    public RegistryOptions Registry { get; init; } = new();

    public GitHubOptions GitHub { get; init; } = new();

    public DiscordOptions Discord { get; init; } = new();

    public MailOptions Mail { get; init; } = new();

    /// <summary>The workflow that may publish crates without a token; nobody without it.</summary>
    public TrustedPublisher? TrustedPublisher { get; init; }

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Everything that must not stand in the log.</summary>
    internal IEnumerable<string> Secrets =>
        [Registry.Token, GitHub.Token, GitHub.ReadOnlyToken ?? "", GitHub.Workflow.RequestToken, Discord.WebhookToken, Mail.Password];
}
