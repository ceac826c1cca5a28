using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Reading;

/// <summary>A workflow as its file says it.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Name">What it is called, by default after its file.</param>
/// <param name="Triggers">The events that start it, in the file's order.</param>
/// <param name="PushesOnlyTags">Whether only pushes of tags start it, and of which: empty when branches do.</param>
/// <param name="Jobs">In the file's order.</param>
/// <param name="Secrets">The names of the secrets that its expressions ask for, sorted.</param>
/// <param name="Variables">The names of the variables that its expressions ask for, sorted.</param>
public sealed record WorkflowFile(
    string Path,
    string Id,
    string Name,
    ImmutableArray<string> Triggers,
    ImmutableArray<string> PushesOnlyTags,
    ImmutableArray<InputDefinition> Inputs,
    ValueTemplate Environment,
    RunDefaults Defaults,
    ImmutableArray<JobDefinition> Jobs,
    ImmutableArray<string> Secrets,
    ImmutableArray<string> Variables)
{
    /// <summary>Reads a file below <c>.github/workflows</c>.</summary>
    /// <exception cref="SlipwayException">It is missing, or not a workflow.</exception>
    public static async Task<WorkflowFile> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
            throw new SlipwayException(ErrorKind.Configuration, $"There is no workflow file {path}.");
        return Parse(await File.ReadAllTextAsync(path, cancellationToken), path);
    }

    /// <param name="path">Where the text stands, for messages.</param>
    public static WorkflowFile Parse(string text, string path) => WorkflowReader.Read(text, path);
}
