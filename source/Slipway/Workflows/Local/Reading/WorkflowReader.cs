using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using YamlDotNet.RepresentationModel;

namespace Slipway.Workflows.Local.Reading;

/// <summary>From a file's text to a workflow; everything in it is checked here, before anything runs.</summary>
internal static class WorkflowReader
{
    public static WorkflowFile Read(string text, string path)
    {
        var yaml = new YamlSource(path);
        var root = yaml.Load(text);
        var keys = yaml.Mapping(root, "a workflow", "name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs");
        if (!keys.TryGetValue("on", out var on))
            throw yaml.Wrong(root, "The workflow has no `on`: nothing would start it.");
        if (!keys.TryGetValue("jobs", out var jobs))
            throw yaml.Wrong(root, "The workflow has no `jobs`.");

        var id = Path.GetFileNameWithoutExtension(path);
        var defaults = ReadDefaults(yaml, keys);
        var environment = keys.TryGetValue("env", out var env) ? yaml.Values(env, "`env`") : ValueTemplate.Nothing;
        var reader = new JobReader(yaml, defaults, ProvesIdentity(yaml, keys, otherwise: false));
        ImmutableArray<JobDefinition> read = [.. yaml.Entries(jobs, "`jobs`").Select(entry => reader.Read(entry.Name, entry.Key, entry.Value))];
        JobOrder.Check(read);
        var nodes = environment.Nodes.Concat(read.SelectMany(ExpressionNames.NodesOf)).ToList();
        return new WorkflowFile(
            path,
            id,
            keys.TryGetValue("name", out var name) ? yaml.Text(name, "`name`") : id,
            TriggerReader.Names(yaml, on),
            TriggerReader.OnlyTags(yaml, on),
            TriggerReader.Inputs(yaml, on),
            environment,
            defaults,
            read,
            ExpressionNames.Secrets(nodes),
            ExpressionNames.Of("vars", nodes));
    }

    public static RunDefaults ReadDefaults(YamlSource yaml, IReadOnlyDictionary<string, YamlNode> keys)
    {
        if (!keys.TryGetValue("defaults", out var defaults)
            || !yaml.Mapping(defaults, "`defaults`", "run").TryGetValue("run", out var run))
            return RunDefaults.None;
        return ReadSettings(yaml, yaml.Mapping(run, "`defaults.run`", "shell", "working-directory"));
    }

    /// <summary>Whether the permissions allow it; those of a job replace those of the workflow.</summary>
    public static bool ProvesIdentity(YamlSource yaml, IReadOnlyDictionary<string, YamlNode> keys, bool otherwise) =>
        !keys.TryGetValue("permissions", out var permissions) ? otherwise
        : permissions is YamlScalarNode word ? word.Value == "write-all"
        : yaml.Entries(permissions, "`permissions`").Any(entry => entry.Name == "id-token" && entry.Value is YamlScalarNode { Value: "write" });

    public static RunDefaults ReadSettings(YamlSource yaml, IReadOnlyDictionary<string, YamlNode> keys) => new(
        Optional(yaml, keys, "shell"),
        Optional(yaml, keys, "working-directory"));

    public static Template? Optional(YamlSource yaml, IReadOnlyDictionary<string, YamlNode> keys, string key) =>
        keys.TryGetValue(key, out var node) && !YamlSource.IsNothing(node) ? yaml.Template(node, $"`{key}`") : null;
}
