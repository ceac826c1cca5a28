using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Files that one job hands to others.</summary>
/// <param name="Target">The target that makes them.</param>
/// <param name="Producer">The job that uploads them.</param>
/// <param name="Consumers">The jobs that download them.</param>
/// <param name="Paths">Patterns from the repository's root.</param>
internal sealed record Artifact(string Target, JobDraft Producer, ImmutableArray<JobDraft> Consumers, ImmutableArray<string> Paths)
{
    /// <summary>Of all legs; a leg adds its own name.</summary>
    public string BaseName => VariableName.Dashed(Target);

    public WorkflowText Name => Producer.IsMatrix ? WorkflowText.Join(BaseName, "-", Expression.Matrix(MatrixLeg.LegKey)) : BaseName;

    /// <summary>What the artifacts of all legs have in common.</summary>
    public string Pattern => Producer.IsMatrix ? $"{BaseName}-*" : BaseName;

    public IEnumerable<string> Names => Producer.IsMatrix ? Producer.Legs.Select(leg => $"{BaseName}-{leg.Leg}") : [BaseName];

    /// <summary>Whether it is worth having after a failure.</summary>
    public bool IsForAssured => Consumers.Any(consumer => consumer.Target.IsAssured);

    /// <summary>
    /// The folder that the upload takes paths from: the nearest one that all patterns have in common before their first
    /// wildcard. Source: actions/upload-artifact, README, "Upload using Multiple Paths and Exclusions".
    /// </summary>
    public string Root
    {
        get
        {
            var folders = Paths.Select(StaticFolder).ToList();
            var common = folders[0];
            foreach (var folder in folders.Skip(1))
                common = [.. common.Zip(folder).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
            return string.Join('/', common);
        }
    }

    private static string[] StaticFolder(string pattern)
    {
        var segments = pattern.Split('/');
        var fixedSegments = segments.TakeWhile(segment => !segment.AsSpan().ContainsAny('*', '?', '[')).ToArray();
        var isFile = fixedSegments.Length == segments.Length && Path.HasExtension(segments[^1]);
        return isFile ? fixedSegments[..^1] : fixedSegments;
    }
}
