using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Base;
using Slipway.Coverage;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>The lines that a pull request on GitHub changes.</summary>
internal static class PullRequestLines
{
    /// <summary>Whether a finding stands in one of them; null when nobody knows.</summary>
    public static Func<Finding, bool>? Of(IHazGates build) => PipelineState.Of(build).Changes(() => Find(build)) is { } changes
        ? x => Has(changes, x)
        : null;

    private static bool Has(ChangedLines changes, Finding finding)
    {
        if (finding.File == null)
            return false;
        var file = Path.GetFullPath(finding.File, NukeBuild.RootDirectory);
        return finding.Line is { } line
            ? changes.Has(file, new LineRange(line, finding.EndLine ?? line))
            : changes.Files.ContainsKey(file);
    }

    // Only the order of annotations depends on it: a gate does not fail for want of that.
    private static ChangedLines? Find(IHazGates build)
    {
        if (NukeBuild.Host is not GitHubActions { BaseRef: { Length: > 0 } branch })
            return null;
        try
        {
            var request = new BaseRequest(NukeBuild.RootDirectory, (build as IHazBase)?.Base, branch);
            var found = BaseFinder.FindAsync(request, Interruption.Token).GetAwaiter().GetResult();
            if (found.Value is { } commit)
                return ChangedLines.SinceAsync(commit, NukeBuild.RootDirectory, "*", Interruption.Token).GetAwaiter().GetResult();
            Log.Debug("Annotations are in the order of the files: {Reason:l}", found.Reason);
        }
        catch (SlipwayException exception)
        {
            Log.Debug("Annotations are in the order of the files: {Reason:l}", exception.Message);
        }

        return null;
    }
}
