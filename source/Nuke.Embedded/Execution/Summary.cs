namespace Nuke.Common.Execution;

/// <summary>What a run ends with: warnings and errors again, the table of targets, the verdict.</summary>
internal static class Summary
{
    private const int StatusWidth = 12;
    private const int DurationWidth = 10;

    private static readonly string[] OwnKeys = [ExecutableTarget.SkippedKey, ExecutableTarget.OnlyWhenKey];

    public static void Write(NukeBuild build, TimeSpan elapsed, bool interrupted)
    {
        if (build.IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            WriteErrorsAndWarnings();
        if (build.IsOutputEnabled(DefaultOutput.TargetOutcome))
            WriteTargets(build, elapsed);
        if (build.IsOutputEnabled(DefaultOutput.BuildOutcome))
            WriteOutcome(build, interrupted);
    }

    private static void WriteErrorsAndWarnings()
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

    private static void WriteTargets(NukeBuild build, TimeSpan elapsed)
    {
        var console = BuildConsole.Current;
        var targets = build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective).ToList();
        var width = Math.Max(19, targets.Select(x => x.Name.Length + 4).DefaultIfEmpty(0).Max());
        var line = new string('─', width + StatusWidth + DurationWidth);
        console.WriteLine();
        console.WriteLine(console.Paint("Target".PadRight(width) + "Status".PadRight(StatusWidth) + "Duration".PadLeft(DurationWidth), "1"));
        console.WriteLine(line);
        foreach (var target in targets)
            console.WriteLine(Row(target, width).TrimEnd());
        console.WriteLine(line);
        console.WriteLine("Total".PadRight(width + StatusWidth) + BuildConsole.Format(elapsed).PadLeft(DurationWidth));
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
        var remarks = target.SummaryInformation
            .Where(x => !OwnKeys.Contains(x.Key))
            .Select(x => $"{x.Key}: {x.Value}")
            .Prepend(target.Skipped)
            .Append(target.OnlyWhen == null ? null : $"only when {target.OnlyWhen}")
            .Where(x => x != null);
        var information = string.Join(", ", remarks);
        return target.Name.PadRight(width)
            + BuildConsole.Current.Paint(status.PadRight(StatusWidth), color)
            + duration.PadLeft(DurationWidth)
            + (information.Length == 0 ? "" : "   " + information);
    }

    private static void WriteOutcome(NukeBuild build, bool interrupted)
    {
        var console = BuildConsole.Current;
        var failed = build.ExecutionPlan.Where(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted).Select(x => x.Name).ToList();
        if (interrupted)
            console.WriteLine(console.Paint("Interrupted.", "31"));
        else if (build.IsFailing)
            console.WriteLine(console.Paint($"Failed: {string.Join(", ", failed)}.", "1;31") + (NukeBuild.IsLocalBuild ? " The whole log: .nuke/temp/build.log" : ""));
        else
            console.WriteLine(console.Paint("Succeeded.", "1;32"));
    }
}
