using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Brings <c>GenerateWorkflows</c>: writes the files that the attributes of the build class describe.</summary>
public interface IGenerateWorkflows : IHazWorkflows
{
    Target GenerateWorkflows => _ => _
        .Description("Writes .github from the attributes of the build class")
        .Executes(() => this.Explain(() => Generate(this)));

    internal static void Generate(INukeBuild build)
    {
        var set = WorkflowSet.Of(build);
        PlanLog.Warn(set.Plan);
        foreach (var file in set.Files)
        {
            if (file.Write(build.RootDirectory))
                Log.Information("{File:l} is written anew", file.Path);
            else
                Log.Debug("{File:l} is as it should be", file.Path);
        }

        foreach (var file in set.FindAbandoned(build.RootDirectory))
        {
            File.Delete(Path.Combine(build.RootDirectory, file));
            Log.Information("{File:l} is removed: no workflow of the build class makes it", file);
        }
    }
}
