using Nuke.Common;
using Serilog;

namespace Slipway.Components;

/// <summary>Brings <c>GenerateWorkflows</c>: writes the files that the attributes of the build class describe.</summary>
public interface IGenerateWorkflows : IHazWorkflows
{
    Target GenerateWorkflows => _ => _
        .Description("Writes .github from the attributes of the build class")
        .Executes(() => this.RunAsync(token => GenerateAsync(this, token)));

    internal static async Task GenerateAsync(INukeBuild build, CancellationToken token)
    {
        var set = WorkflowSet.Of(build);
        WorkflowLog.Warn(set.Plan);
        var written = await Task.WhenAll(set.Files.Select(file => file.WriteAsync(build.RootDirectory, token)));
        for (var index = 0; index < written.Length; index++)
        {
            if (written[index])
                Log.Information("{File:l} is written anew", set.Files[index].Path);
            else
                Log.Debug("{File:l} is as it should be", set.Files[index].Path);
        }

        foreach (var file in set.FindAbandoned(build.RootDirectory))
        {
            File.Delete(Path.Combine(build.RootDirectory, file));
            Log.Information("{File:l} is removed: no workflow of the build class makes it", file);
        }
    }
}
