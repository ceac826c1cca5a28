using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Which runs wait for or cancel each other; of workflows and jobs alike.</summary>
internal static class Concurrency
{
    // One group per pull request; every other run is a group of its own.
    private const string DefaultGroup =
        "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    public static bool IsSet(string? group, bool cancelInProgress) => cancelInProgress || !string.IsNullOrWhiteSpace(group);

    public static void Write(CustomFileWriter writer, string? group, bool cancelInProgress)
    {
        writer.WriteLine("concurrency:");
        using (writer.Indent())
        {
            writer.WriteLine($"group: {(string.IsNullOrWhiteSpace(group) ? DefaultGroup : YamlScalar.Plain(group))}");
            if (cancelInProgress)
                writer.WriteLine("cancel-in-progress: true");
        }
    }
}
