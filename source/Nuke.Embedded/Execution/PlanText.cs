using System.Globalization;
using System.Text;
using System.Text.Json;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary><c>--plan</c>: what would run, in which steps, why, and what would be skipped.</summary>
internal static class PlanText
{
    public static int Write(NukeBuild build, ExecutionPlan plan, ParameterService parameters)
    {
        var text = parameters.GetBuiltIn(BuiltInParameters.Json) is true ? AsJson(plan) : AsText(plan);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            BuildConsole.Current.WriteLine(line);
        return 0;
    }

    public static string AsText(ExecutionPlan plan)
    {
        var result = new StringBuilder();
        var scheduled = plan.Targets.Where(x => x.Target.Status == ExecutionStatus.Scheduled).ToList();
        var skipped = plan.Targets.Except(scheduled).ToList();
        var width = plan.Targets.Select(x => x.Target.Name.Length).DefaultIfEmpty(0).Max() + 2;
        result.Append(CultureInfo.InvariantCulture, $"{Count(scheduled.Count, "target")} in {Count(scheduled.Select(x => x.Step).Distinct().Count(), "step")}; those of one step can run side by side\n\n");
        var number = 0;
        foreach (var step in scheduled.GroupBy(x => x.Step).OrderBy(x => x.Key))
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{++number,3}  ");
            foreach (var planned in step)
            {
                result.Append((label + planned.Target.Name.PadRight(width) + planned.Reason + Remarks(planned.Target)).TrimEnd()).Append('\n');
                label = "     ";
            }
        }

        if (skipped.Count > 0)
            result.Append("\nSkipped\n");
        foreach (var planned in skipped)
            result.Append("     ").Append(planned.Target.Name.PadRight(width)).Append(SkipReason(planned.Target)).Append('\n');
        return result.ToString();
    }

    public static string AsJson(ExecutionPlan plan)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteStartArray("targets");
            foreach (var planned in plan.Targets)
                Write(writer, planned);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, PlannedTarget planned)
    {
        var target = planned.Target;
        writer.WriteStartObject();
        writer.WriteString("name", target.Name);
        if (target.Description != null)
            writer.WriteString("description", target.Description);
        writer.WriteNumber("step", planned.Step);
        writer.WriteString("reason", planned.Reason);
        WriteNames("after", planned.Predecessors.Select(x => x.Name));
        WriteNames("dependsOn", target.ExecutionDependencies.Select(x => x.Name));
        WriteNames("triggers", target.Triggers.Select(x => x.Name));
        WriteNames("onlyWhen", target.StaticConditions.Concat(target.DynamicConditions).Select(x => x.Text));
        writer.WriteBoolean("assuredAfterFailure", target.AssuredAfterFailure);
        writer.WriteBoolean("proceedAfterFailure", target.ProceedAfterFailure);
        var isSkipped = target.Status == ExecutionStatus.Skipped;
        writer.WriteBoolean("skipped", isSkipped);
        if (isSkipped)
            writer.WriteString("skipReason", SkipReason(target));
        writer.WriteEndObject();

        void WriteNames(string property, IEnumerable<string> names)
        {
            writer.WriteStartArray(property);
            foreach (var name in names)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        }
    }

    private static string SkipReason(ExecutableTarget target) => target.Skipped ?? $"only when {target.OnlyWhen}";

    private static string Remarks(ExecutableTarget target)
    {
        var remarks = new List<string>();
        if (target.DynamicConditions.Count > 0)
            remarks.Add("only when " + string.Join(" && ", target.DynamicConditions.Select(x => x.Text)));
        if (target.AssuredAfterFailure)
            remarks.Add("also after a failure");
        if (target.ProceedAfterFailure)
            remarks.Add("the run goes on when it fails");
        return remarks.Count == 0 ? "" : $" ({string.Join("; ", remarks)})";
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
