using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>A build whose workflows are generated from it.</summary>
public interface IHazWorkflows : INukeBuild
{
    /// <summary>The C# file with the table of pinned actions.</summary>
    AbsolutePath ActionPinsFile => RootDirectory / "source" / "Slipway" / "Workflows" / "Actions" / "ActionPins.cs";

    /// <summary>The branch whose runs fill the caches.</summary>
    string DefaultBranch => "main";

    /// <summary>A Markdown file with the graphs of all workflows, generated with them; null for none.</summary>
    AbsolutePath? WorkflowGraphs => null;

    /// <summary>The table as it stands in its file, which may be newer than the compiled one.</summary>
    internal sealed ActionPins CurrentPins => ActionPinsFile.FileExists()
        ? PinSource.Read(File.ReadAllText(ActionPinsFile))
        : ActionPins.Default;
}
