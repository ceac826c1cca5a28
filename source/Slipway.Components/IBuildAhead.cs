using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>
/// Brings <c>BuildAhead</c>: cargo builds the release and the tests while the checks of stage 1 run. What comes of it is
/// judged by <c>Compile</c> and <c>CompileTests</c>, at their time.
/// </summary>
public interface IBuildAhead : ICompileRelease, IHazTests
{
    Target BuildAhead => _ => _
        .Unlisted()
        .Description("Builds the release and the tests while the checks run")
        .TryDependsOn<IToolchain>()
        .DependentFor<ICompileRelease>()
        .Executes(async () =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Interruption.Token);
            var building = BuildAsync(stop.Token);
            if (await Task.WhenAny(building, PipelineState.Of(this).ChecksFailed) != building)
                await stop.CancelAsync();
            try
            {
                await building;
            }
            // What fails here fails again where it is judged, with a message that fits.
            catch (Exception exception) when (exception is SlipwayException or IOException or UnauthorizedAccessException)
            {
                Log.Debug("{Reason:l}", exception.Message);
            }
            catch (OperationCanceledException) when (!Interruption.Token.IsCancellationRequested)
            {
                Log.Information("Given up, because a check has failed");
            }
        });

    private async Task BuildAsync(CancellationToken token)
    {
        var state = PipelineState.Of(this);
        var builds = new List<Task>();
        foreach (var (triple, build) in await AddReleasesAsync(token))
        {
            if (Runs(nameof(Compile)) && await state.Proofs.FindAsync(GetCompileInputs(triple, build.Command), token) == null)
                builds.Add(Task.Run(() => build.Make(token), token));
        }

        // The release is compiled by one thread most of the time, and takes longest: what gives way to it fills the other processors.
        if (Runs(nameof(CompileTests)) && await state.Proofs.FindAsync(GetCompileTestsInputs(), token) == null)
            builds.Add(Task.Run(() => state.AddTests(TestCommand.WithYielding()).Make(token), token));
        await Task.WhenAll(builds);
    }

    private bool Runs(string target) => ScheduledTargets.Any(x => x.Name == target);
}
