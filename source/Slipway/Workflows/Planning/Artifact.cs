using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Files that one job hands to others.</summary>
/// <param name="target">The target that makes them.</param>
internal sealed class Artifact(string target, JobDraft producer, IReadOnlyList<JobDraft> consumers, ImmutableArray<string> paths)
{
    public string Target => target;

    /// <summary>The job that uploads them.</summary>
    public JobDraft Producer => producer;

    /// <summary>Patterns from the repository's root.</summary>
    public ImmutableArray<string> Paths => paths;

    /// <summary>Of all legs; a leg adds its own name.</summary>
    public string BaseName { get; } = VariableName.Dashed(target);

    public WorkflowText Name => Producer.IsMatrix ? WorkflowText.Join(BaseName, "-", Expression.Matrix(MatrixLeg.LegKey)) : BaseName;

    /// <summary>What the artifacts of all legs have in common.</summary>
    public string Pattern => Producer.IsMatrix ? $"{BaseName}-*" : BaseName;

    public IReadOnlyList<string> Names => field ??= Producer.IsMatrix ? [.. Producer.Legs.Select(leg => $"{BaseName}-{leg.Leg}")] : [BaseName];

    /// <summary>Whether it is worth having after a failure.</summary>
    public bool IsForAssured => consumers.Any(consumer => consumer.Target.IsAssured);

    public bool IsFor(JobDraft job) => consumers.Contains(job);

    /// <summary>
    /// The folder that the upload takes paths from: the nearest one that all patterns have in common before their first
    /// wildcard. Source: actions/upload-artifact, README, "Upload using Multiple Paths and Exclusions".
    /// </summary>
    public string Root
    {
        get
        {
            var folders = Paths.Select(StaticFolder).ToList();
            var length = 0;
            while (folders.TrueForAll(folder => length < folder.Length && folder[length] == folders[0][length]))
                length++;
            return string.Join('/', folders[0][..length]);
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
