using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Processes;

namespace Slipway.Releasing.Crates;

/// <summary>
/// Publishes what the registry does not have, each crate after those that it needs. Whether one arrived is what the index
/// says, not what cargo says: it can fail after the crate arrived, and succeed before anybody sees it.
/// </summary>
public sealed class CratesStep(ReleaseRun run, CargoWorkspace workspace, CrateRegistry registry, RegistryIndex index)
{
    internal static readonly string[] Dirty = ["--allow-dirty"];

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public CratesSettings Settings { get; init; } = CratesSettings.Default;

    /// <summary>Gives tokens when the registry has none of a person.</summary>
    public TrustedTokens? Trusted { get; init; }

    /// <summary>Where cargo builds; null is where it does anyway.</summary>
    public string? TargetFolder { get; init; }

    /// <summary>Whether files may differ from the commit, as they may in a rehearsal.</summary>
    public bool AllowDirty { get; init; }

    /// <returns>What the registry has in the end.</returns>
    /// <exception cref="SlipwayException">It cannot go on; the message names the state and what comes next.</exception>
    public async Task<IReadOnlyList<ObservedCrate>> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var plan = await CratesPlan.SeeAsync(run.Manifest, registry, index, cancellationToken)
                .AtAsync($"what is there of {string.Join(", ", run.Manifest.Crates.Select(CratesPlan.Title))} is not known");
            if (plan.Obstacle is { } obstacle)
                throw obstacle;
            if (plan.Missing.IsEmpty)
            {
                run.Say($"On {registry.Title}: {plan.Describe()}.");
                return plan.Seen;
            }

            var next = plan.Missing[0];
            run.Say($"On {registry.Title}: {plan.Describe()}; next: {CratesPlan.EffectOf(next, registry).Name}.");
            await PublishAsync(next, plan, cancellationToken);
        }
    }

    private async Task PublishAsync(ReleaseCrate crate, CratesPlan plan, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await run.Journal.PerformAsync(
                CratesPlan.EffectOf(crate, registry),
                () => SendAsync(crate, cancellationToken),
                x => [new("outcome", x.Outcome.ToString())]);
            switch (answer.Outcome)
            {
                case PublishOutcome.Sent when await IsShownAsync(crate, Settings.IndexPatience, cancellationToken).AtAsync(Sent()):
                case PublishOutcome.Doubtful when await IsShownAsync(crate, Settings.DoubtPatience, cancellationToken).AtAsync(Sent()):
                    return;
                case PublishOutcome.Sent:
                    throw Stop(crate, plan, $"was sent, and the index does not show it after {Settings.IndexPatience.TotalMinutes:0.#} minutes", "Run the same again later: what has arrived is not sent again.");
                case PublishOutcome.Refused or PublishOutcome.NotSent:
                    // Somebody else may have been faster, or an earlier run of this.
                    if (await index.FindAsync(crate.Name, crate.Version, cancellationToken).AtAsync($"{CratesPlan.Title(crate)} was not taken: {answer.Message.TrimEnd('.')}") is not null)
                        return;
                    throw Stop(crate, plan, $"was not published: {answer.Message.TrimEnd('.')}", answer.Outcome == PublishOutcome.Refused ? "Mend what the registry refuses, and run the same again." : "Mend it, and run the same again: nothing was sent.");
                case PublishOutcome.Limited:
                    var pause = answer.Pause ?? TimeSpan.FromMinutes(1);
                    if (pause > Settings.LongestLimit || attempt >= Settings.Attempts)
                        throw Stop(crate, plan, $"has to wait for {pause.TotalMinutes:0} minutes: the registry takes no more crates now", "Run the same again then: it goes on with this crate.");
                    run.Say($"The registry asks for a pause of {pause.TotalSeconds:0} s.");
                    await Task.Delay(pause, run.Time, cancellationToken);
                    break;
                default:
                    if (attempt >= Settings.Attempts)
                        throw Stop(crate, plan, $"did not arrive in {attempt} attempts; the last time: {answer.Message.TrimEnd('.')}", "Run the same again when the registry answers.");
                    run.Say($"{CratesPlan.Title(crate)} did not arrive ({answer.Message.TrimEnd('.')}); once more.");
                    break;
            }
        }

        string Sent() => $"{CratesPlan.Title(crate)} was sent, and whether it arrived is not known. Before: {plan.Describe()}";
    }

    private async Task<PublishAnswer> SendAsync(ReleaseCrate crate, CancellationToken cancellationToken)
    {
        var token = registry.Token ?? (Trusted is null ? null : await Trusted.MintAsync(cancellationToken));
        if (token is null)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"There is no token for {registry.Title}.",
                "Let the crate trust the workflow (Trusted Publishing on its page), or set CARGO_REGISTRY_TOKEN.");
        }

        try
        {
            // What was packed was verified then.
            var command = new ToolCommand(CargoExecutable.Find())
                .WithArguments(["publish", "--package", crate.Name, "--locked", "--no-verify", .. AllowDirty ? Dirty : [], .. registry.CargoArguments])
                .WithWorkingDirectory(workspace.RootFolder)
                .WithEnvironment(registry.Environment(token))
                .WithTimeLimit(Settings.IndexPatience);
            if (TargetFolder is not null)
                command = command.WithEnvironment("CARGO_TARGET_DIR", TargetFolder);
            var output = await command.ReadAsync(cancellationToken);
            return PublishAnswer.Read(output.Result.Succeeded, output.Error.Replace(token, "***", StringComparison.Ordinal), run.Time.GetUtcNow());
        }
        finally
        {
            if (registry.Token is null && Trusted is not null && !await Trusted.RevokeAsync(token))
                run.Say("The token could not be taken back; it ends by itself within half an hour.");
        }
    }

    private async Task<bool> IsShownAsync(ReleaseCrate crate, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        for (var pause = Settings.FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await index.FindAsync(crate.Name, crate.Version, cancellationToken) is not null)
                return true;
            if (run.Time.GetElapsedTime(started) + pause > patience)
                return false;
            await Task.Delay(pause, run.Time, cancellationToken);
        }
    }

    private static SlipwayException Stop(ReleaseCrate crate, CratesPlan plan, string what, string hint) => new(
        ErrorKind.Environment,
        $"{CratesPlan.Title(crate)} {what}. Before: {plan.Describe()}.",
        hint);
}
