using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.History;

namespace Slipway.Components;

/// <summary>What the pipeline remembers from run to run: measurements of commits, runs, and outcomes of tests.</summary>
public interface IHazHistory : INukeBuild
{
    /// <summary>A SQLite database; without it nothing but memory is lost.</summary>
    AbsolutePath HistoryFile => TemporaryDirectory / "history.db";

    /// <summary>Opened when it is first used; a run whose targets do not use it does not pay for it.</summary>
    sealed OptionalHistory History => PipelineState.Of(this).History(HistoryFile);

    /// <summary>Opens it for those who have nothing to do without it; the caller disposes it.</summary>
    /// <exception cref="SlipwayException">It cannot be opened.</exception>
    internal sealed Task<HistoryDatabase> OpenHistoryAsync() =>
        HistoryDatabase.OpenAsync(HistoryFile, TimeProvider.System, log: x => Log.Warning("{Line:l}", x), cancellationToken: Interruption.Token);
}
