using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;
using Slipway.Base;

namespace Slipway.Components;

/// <summary>The commit that a change is compared with.</summary>
public interface IHazBase : IHazGates
{
    /// <summary>What to compare with; null is where the branch left the main one.</summary>
    [Parameter("Commit to compare with; default: where the branch left the main one, and on that one the commit before")]
    string? Base => TryGetValue(() => Base!);

    /// <summary>Where bases are checked out, built and remembered.</summary>
    internal sealed AbsolutePath BaseDirectory => TemporaryDirectory / "base";

    /// <summary>Finds the base of this run, or says why there is none.</summary>
    internal sealed async Task<Found<BaseCommit>> FindBaseAsync(CancellationToken token)
    {
        var request = new BaseRequest(CargoWorkspace.RootFolder, Base, (Host as GitHubActions)?.BaseRef);
        var found = await BaseFinder.FindAsync(request, token);
        if (found.Value != null)
            Log.Information("Compared with {Base:l}", PipelineLog.Harmless(found.Value.ToString()));
        return found;
    }
}
