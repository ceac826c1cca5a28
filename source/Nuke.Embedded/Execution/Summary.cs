namespace Nuke.Common.Execution;

/// <summary>What a run ends with: warnings and errors again, the table of targets, the verdict.</summary>
internal static class Summary
{
    private const int StatusWidth = 12;
    private const int DurationWidth = 10;

    private static RunOutcome Outcome = new(TimeSpan.Zero, IsInterrupted: false, IsFailing: false);

    public static void Write(NukeBuild build, RunOutcome outcome)
    {
        // The host's methods only take the build.
        Outcome = outcome;
        if (build.IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            Host.Instance.WriteErrorsAndWarnings();
        if (build.IsOutputEnabled(DefaultOutput.TargetOutcome))
            Host.Instance.WriteTargetOutcome(build);
        if (build.IsOutputEnabled(DefaultOutput.BuildOutcome))
            Host.Instance.WriteBuildOutcome(build);
    }

    public static void WriteErrorsAndWarnings()
    {
        var events = Logging.InMemorySink.Instance.Events;
        if (events.Count == 0)
            return;

        using (Host.Instance.WriteBlock("Errors & warnings"))
        {
            foreach (var (target, logEvent) in events)
            {
                var (label, color) = LogText.Label(logEvent.Level);
                var prefix = target == null ? "" : target + ": ";
                var message = LogText.Message(logEvent);
                // The failure of a target says its name itself.
                if (target != null && message.StartsWith(target + " ", StringComparison.Ordinal))
                    prefix = "";
                BuildConsole.Current.WriteLine($"{BuildConsole.Current.Paint(label, color)} {prefix}{message}");
            }
        }
    }

    public static void WriteTargets(INukeBuild build)
    {
        var console = BuildConsole.Current;
        var targets = build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective).ToList();
        var width = 19;
        foreach (var target in targets)
            width = Math.Max(width, target.Name.Length + 4);
        var line = new string('─', width + StatusWidth + DurationWidth);
        console.WriteLine();
        console.WriteLine(console.Paint("Target".PadRight(width) + "Status".PadRight(StatusWidth) + "Duration".PadLeft(DurationWidth), "1"));
        console.WriteLine(line);
        foreach (var target in targets)
            console.WriteLine(Row(target, width).TrimEnd());
        console.WriteLine(line);
        console.WriteLine("Total".PadRight(width + StatusWidth) + BuildConsole.Format(Outcome.Elapsed).PadLeft(DurationWidth));
        console.WriteLine();
    }

    private static string Row(ExecutableTarget target, int width)
    {
        var status = target.Status == ExecutionStatus.NotRun ? "Not run" : target.Status.ToString();
        var color = target.Status switch
        {
            ExecutionStatus.Succeeded => "32",
            ExecutionStatus.Failed or ExecutionStatus.Aborted => "31",
            _ => "33",
        };
        var hasRun = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
        var duration = hasRun ? BuildConsole.Format(target.Duration) : "";
        var information = string.Join(", ", Remarks(target));
        return target.Name.PadRight(width)
            + BuildConsole.Current.Paint(status.PadRight(StatusWidth), color)
            + duration.PadLeft(DurationWidth)
            + (information.Length == 0 ? "" : "   " + information);
    }

    private static List<string> Remarks(ExecutableTarget target)
    {
        var remarks = new List<string>();
        foreach (var (key, value) in target.SummaryInformation)
        {
            if (key == ExecutableTarget.FailureKey)
                remarks.Insert(0, value);
            else if (key == ExecutableTarget.SkippedKey)
                remarks.Add(value);
            else if (key == ExecutableTarget.OnlyWhenKey)
                remarks.Add("only when " + value);
            else
                remarks.Add($"{key}: {value}");
        }

        return remarks;
    }

    public static void WriteOutcome(INukeBuild build)
    {
        var console = BuildConsole.Current;
        var failed = build.ExecutionPlan.Where(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted).Select(x => x.Name).ToList();
        if (Outcome.IsInterrupted)
            console.WriteLine(console.Paint("Interrupted.", "31"));
        else if (Outcome.IsFailing)
            console.WriteLine(console.Paint(failed.Count == 0 ? "Failed." : $"Failed: {string.Join(", ", failed)}.", "1;31") + LogFile(build));
        else
            console.WriteLine(console.Paint("Succeeded.", "1;32"));
    }

    private static string LogFile(INukeBuild build)
        => NukeBuild.IsLocalBuild && File.Exists(build.RootDirectory / ".nuke" / "temp" / "build.log") ? " The whole log: .nuke/temp/build.log" : "";
}

/// <param name="Elapsed">By the clock, not the sum of the targets.</param>
/// <param name="IsFailing">Whether a target has failed, or something beside the targets.</param>
internal sealed record RunOutcome(TimeSpan Elapsed, bool IsInterrupted, bool IsFailing);
