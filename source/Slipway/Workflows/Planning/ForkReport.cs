namespace Slipway.Workflows;

/// <summary>
/// How the report of a fork's run becomes a comment. Its own run may not write, and a run that may must not execute what
/// the fork has sent: so a workflow that starts afterwards, and checks out nothing, reads the artifact and writes.
/// </summary>
internal static class ForkReport
{
    /// <summary>Of the artifact that the run leaves.</summary>
    public const string Artifact = "pull-request-report";

    public static string Script { get; } = Load();

    public static Step Step { get; } = new RunStep("Show the report in the pull request", Script)
    {
        Comment = "The runner's own gh and jq: nothing is checked out, and nothing of the run is executed.",
        Environment = [new("GH_TOKEN", Expression.Token)],
    };

    private static string Load()
    {
        using var stream = typeof(ForkReport).Assembly.GetManifestResourceStream("Slipway.Workflows.fork-report.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
