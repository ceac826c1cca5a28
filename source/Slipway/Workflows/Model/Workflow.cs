using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A workflow of GitHub Actions: one file in <c>.github/workflows</c>.</summary>
/// <param name="Name">Of the workflow and of its file.</param>
public sealed record Workflow(string Name, Triggers Triggers, Concurrency Concurrency, ImmutableArray<Job> Jobs)
{
    /// <summary>The file, from the repository's root.</summary>
    public string Path => PathOf(Name);

    public static string PathOf(string name) => $"{GeneratedFile.Folder}/{name}.yml";
}
