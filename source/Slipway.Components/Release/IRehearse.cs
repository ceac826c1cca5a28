using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Brings <c>Rehearse</c> and <c>ServeRehearsal</c>: the release on this machine, tried as its users would, and the servers alone.</summary>
public interface IRehearse : IRelease
{
    Target Rehearse => _ => _
        .Description("Release: tries what was rehearsed as a user would, and shows it on a page")
        .DependsOn<IRelease>(x => x.Announce)
        .OnlyWhenStatic(() => IsRehearsal && !DryRun)
        .Executes(() => this.ExplainAsync(async () =>
        {
            await ConnectAsync();
            var page = await RehearsalView.TryAsync(PipelineState.Of(this).Rehearsal!, ReleaseDirectory, new(GpgKey, GpgPassphrase), CargoWorkspace, Interruption.Token);
            Log.Information("The release as its users would see it: {Page:l}", Gates.Finding.PathBelow(RootDirectory, page.File)!);
            Assert.True(page.Bad.Count == 0, $"what was released does not work for its users: {string.Join(", ", page.Bad)}");
        }));

    Target ServeRehearsal => _ => _
        .Description("Release: serves a registry, GitHub, Discord and mail on this machine until Ctrl+C")
        .Executes(() => this.ExplainAsync(async () =>
        {
            await ConnectToRehearsalAsync();
            // For a shell, which a prefix of the log would not suit.
            foreach (var (name, value) in PipelineState.Of(this).Rehearsal!.Environment.OrderBy(x => x.Key, StringComparer.Ordinal))
                await Console.Out.WriteLineAsync($"export {name}='{value}'");
            Log.Information("Ctrl+C ends it");
            await Task.Delay(Timeout.InfiniteTimeSpan, Interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }));
}
