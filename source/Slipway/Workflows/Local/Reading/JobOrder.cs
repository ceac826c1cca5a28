namespace Slipway.Workflows.Local.Reading;

/// <summary>Jobs after those that they need.</summary>
internal static class JobOrder
{
    /// <exception cref="SlipwayException">A need does not exist, or jobs need each other.</exception>
    public static void Check(IReadOnlyCollection<JobDefinition> jobs)
    {
        foreach (var job in jobs)
        {
            foreach (var need in job.Needs.Where(need => jobs.All(other => other.Id != need)))
            {
                throw new SlipwayException(
                    ErrorKind.Configuration,
                    $"The job {job.Id} needs {need}, which is not a job of this workflow.",
                    $"There are {string.Join(", ", jobs.Select(other => other.Id))}.",
                    job.Location);
            }
        }

        Sort(jobs);
    }

    public static IReadOnlyList<JobDefinition> Sort(IReadOnlyCollection<JobDefinition> jobs)
    {
        var sorted = new List<JobDefinition>();
        var open = jobs.ToList();
        while (open.Count > 0)
        {
            // The first in the file of those that can run.
            var next = open.Find(job => job.Needs.All(need => open.All(other => other.Id != need)))
                ?? throw new SlipwayException(
                    ErrorKind.Configuration,
                    $"Jobs need each other: {string.Join(" -> ", Cycle(open))}.",
                    location: open[0].Location);
            open.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    /// <summary>The jobs that one needs, and what those need.</summary>
    public static IReadOnlyCollection<string> Ancestors(IReadOnlyCollection<JobDefinition> jobs, JobDefinition job)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(job.Needs);
        while (open.TryPop(out var id))
        {
            if (found.Add(id))
            {
                foreach (var need in jobs.First(other => other.Id == id).Needs)
                    open.Push(need);
            }
        }

        return found;
    }

    private static List<string> Cycle(List<JobDefinition> open)
    {
        var path = new List<string> { open[0].Id };
        while (true)
        {
            var next = open.First(job => job.Id == path[^1]).Needs.First(need => open.Exists(job => job.Id == need));
            var start = path.IndexOf(next);
            path.Add(next);
            if (start >= 0)
                return path[start..];
        }
    }
}
