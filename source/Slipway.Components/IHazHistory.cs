using Nuke.Common;
using Nuke.Common.IO;
using Slipway.History;

namespace Slipway.Components;

/// <summary>What the pipeline remembers from run to run: measurements of commits, runs, and outcomes of tests.</summary>
public interface IHazHistory : INukeBuild
{
    /// <summary>A SQLite database; without it nothing but memory is lost.</summary>
    AbsolutePath HistoryFile => TemporaryDirectory / "history.db";

    /// <summary>Opened when it is first used; a run whose targets do not use it does not pay for it.</summary>
    sealed OptionalHistory History => PipelineState.Of(this).History(HistoryFile);
}
