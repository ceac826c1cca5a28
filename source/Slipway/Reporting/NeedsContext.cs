using System.Text.Json;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>GitHub's <c>needs</c> context: the jobs that a job waits for, and how they ended.</summary>
public static class NeedsContext
{
    /// <param name="source">Where the text comes from, for the error message.</param>
    public static IReadOnlyList<JobResult> Parse(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var jobs = document.RootElement.EnumerateObject()
                .Select(job => new JobResult(job.Name, job.Value.GetProperty("result").GetString() ?? throw new KeyNotFoundException()));
            return [.. jobs.OrderBy(job => job.Job, StringComparer.Ordinal)];
        }
        // What does not parse, is not an object, or has no result; the text itself may hold outputs that are nobody's business.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"{source} does not say how the jobs of the workflow ended.",
                $"It is GitHub's needs context as JSON: {source}: ${{{{ toJSON(needs) }}}}, which reads {{\"test\":{{\"result\":\"success\"}}}}.",
                cause: exception);
        }
    }
}
