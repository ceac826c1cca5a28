using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A workflow as the text of its file: the same workflow, the same bytes.</summary>
public static class WorkflowYaml
{
    /// <summary>Where the text comes from and how to change it; a generator may put a header of its own before it.</summary>
    private const string Origin = "Made from the attributes of the build class: change those and run ./build.sh GenerateWorkflows.";

    /// <summary>Whether a file is one of these, of whatever build class.</summary>
    public static bool IsRendered(string yaml) => yaml.Contains($"# {Origin}\n", StringComparison.Ordinal);

    public static string Render(Workflow workflow)
    {
        var yaml = new YamlWriter();
        yaml.Comment(Origin);
        yaml.Value("name", workflow.Name);
        yaml.Blank();
        TriggerYaml.Write(yaml, workflow.Triggers);
        yaml.Blank();
        yaml.Comment("Each job names what it needs.");
        yaml.Key("permissions", "{}");
        yaml.Blank();
        yaml.Map("concurrency", () =>
        {
            yaml.Value("group", workflow.Concurrency.Group);
            yaml.Value("cancel-in-progress", workflow.Concurrency.CancelsInProgress);
        });
        yaml.Blank();
        yaml.Map("defaults", () => yaml.Map("run", () => yaml.Value("shell", "bash")));
        yaml.Blank();
        yaml.Map("jobs", () =>
        {
            foreach (var job in workflow.Jobs)
            {
                if (job != workflow.Jobs[0])
                    yaml.Blank();
                yaml.Comment(job.Comment);
                yaml.Map(job.Id, () => Write(yaml, job));
            }
        });
        return yaml.ToString();
    }

    private static void Write(YamlWriter yaml, Job job)
    {
        if (!job.Matrix.IsEmpty)
            yaml.Value("name", job.Name);
        if (!job.Needs.IsEmpty)
            yaml.List("needs", job.Needs);
        if (job.Condition is { } condition)
            yaml.Value("if", condition);
        if (!job.Matrix.IsEmpty)
            Write(yaml, job.Matrix);
        yaml.Value("runs-on", job.RunsOn);
        if (job.Environment != null)
            yaml.Value("environment", job.Environment);
        yaml.Value("timeout-minutes", job.TimeoutMinutes);
        yaml.Map("permissions", () =>
        {
            foreach (var grant in job.Permissions)
                yaml.Key(grant.Scope, grant.Access, grant.Reason);
        });
        yaml.Map("steps", () =>
        {
            foreach (var step in job.Steps)
                yaml.Item(() => Write(yaml, step));
        });
    }

    private static void Write(YamlWriter yaml, ImmutableArray<MatrixLeg> matrix) => yaml.Map("strategy", () =>
    {
        // What one system says is not all there is to know.
        yaml.Value("fail-fast", false);
        yaml.Map("matrix", () => yaml.Map("include", () =>
        {
            foreach (var leg in matrix)
            {
                yaml.Item(() =>
                {
                    foreach (var value in leg.Values)
                        yaml.Value(value.Name, value.Value);
                });
            }
        }));
    });

    private static void Write(YamlWriter yaml, Step step)
    {
        yaml.Value("name", step.Name);
        yaml.Comment(step.Comment);
        if (step.Condition is { } condition)
            yaml.Value("if", condition);
        if (step is UsesStep uses)
        {
            yaml.Key("uses", uses.Action.At(uses.Path), uses.Action.Tag);
            Write(yaml, "with", uses.Inputs);
        }

        Write(yaml, "env", step.Environment);
        if (step is RunStep run)
        {
            if (run.WorkingDirectory != null)
                yaml.Value("working-directory", run.WorkingDirectory);
            yaml.Value("run", run.Command);
        }
    }

    private static void Write(YamlWriter yaml, string key, ImmutableArray<NamedValue> values)
    {
        if (values.IsEmpty)
            return;
        yaml.Map(key, () =>
        {
            foreach (var value in values)
                yaml.Value(value.Name, value.Value);
        });
    }
}
