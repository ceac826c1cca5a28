using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs the build with some targets.</summary>
public class GitHubActionsRunStep : GitHubActionsStep
{
    public string BuildCmdPath { get; set; } = null!;
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>The environment of the step.</summary>
    public Dictionary<string, string> Imports { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        var targets = InvokedTargets.Length > 0 ? string.Join(", ", InvokedTargets) : "default targets";
        writer.WriteLine($"- name: {YamlScalar.Quoted($"Run: {targets}")}");
        using (writer.Indent())
        {
            writer.WriteLine($"run: {string.Join(' ', InvokedTargets.Prepend($"./{BuildCmdPath}"))}");
            if (Imports.Count == 0)
                return;

            writer.WriteLine("env:");
            using (writer.Indent())
            {
                foreach (var (key, value) in Imports)
                    writer.WriteLine($"{key}: {value}");
            }
        }
    }
}
