using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>Writes what starts a workflow.</summary>
internal static class TriggerYaml
{
    public static void Write(YamlWriter yaml, Triggers triggers) => yaml.Map("on", () =>
    {
        if (triggers.Push is { } push)
        {
            yaml.Map("push", () =>
            {
                List(yaml, "branches", push.Branches);
                List(yaml, "tags", push.Tags);
                Write(yaml, push.Paths);
            });
        }

        if (triggers.PullRequest is { } pullRequest)
        {
            yaml.Map("pull_request", () =>
            {
                List(yaml, "branches", pullRequest.Branches);
                Write(yaml, pullRequest.Paths);
            });
        }

        if (!triggers.Schedules.IsEmpty)
        {
            yaml.Map("schedule", () =>
            {
                foreach (var schedule in triggers.Schedules)
                    yaml.Item(() => yaml.Value("cron", schedule));
            });
        }

        if (triggers.Dispatch is { } dispatch)
            Write(yaml, dispatch);
        if (triggers.After is { } workflow)
        {
            yaml.Map("workflow_run", () =>
            {
                yaml.List("workflows", [workflow]);
                yaml.List("types", ["completed"]);
            });
        }
    });

    private static void Write(YamlWriter yaml, DispatchTrigger dispatch) => yaml.Map("workflow_dispatch", () =>
    {
        if (dispatch.Inputs.IsEmpty)
            return;
        yaml.Map("inputs", () =>
        {
            foreach (var input in dispatch.Inputs)
                yaml.Map(input.Name, () => Write(yaml, input));
        });
    });

    private static void Write(YamlWriter yaml, DispatchInput input)
    {
        if (input.Description != null)
            yaml.Value("description", input.Description);
        yaml.Value("type", input.Type switch
        {
            DispatchInputType.Boolean => "boolean",
            DispatchInputType.Number => "number",
            DispatchInputType.Choice => "choice",
            _ => "string",
        });
        yaml.Value("required", input.IsRequired);
        if (!input.Options.IsEmpty)
            yaml.List("options", input.Options);
        if (input.Type == DispatchInputType.Boolean)
            yaml.Value("default", false);
    }

    private static void Write(YamlWriter yaml, PathFilter paths)
    {
        List(yaml, "paths", paths.Included);
        List(yaml, "paths-ignore", paths.Ignored);
    }

    private static void List(YamlWriter yaml, string key, ImmutableArray<string> items)
    {
        if (!items.IsEmpty)
            yaml.List(key, items);
    }
}
