using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Started by hand, with inputs.</summary>
public class GitHubActionsWorkflowDispatchTrigger : GitHubActionsDetailedTrigger
{
    public string[] OptionalInputs { get; set; } = [];
    public string[] RequiredInputs { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("workflow_dispatch:");
        using (writer.Indent())
        {
            writer.WriteLine("inputs:");
            using (writer.Indent())
            {
                foreach (var input in OptionalInputs)
                    WriteInput(writer, input, required: false);
                foreach (var input in RequiredInputs)
                    WriteInput(writer, input, required: true);
            }
        }
    }

    private static void WriteInput(CustomFileWriter writer, string input, bool required)
    {
        writer.WriteLine($"{input}:");
        using (writer.Indent())
        {
            writer.WriteLine($"description: \"{NameText.Spaced(input)}\"");
            writer.WriteLine($"required: {(required ? "true" : "false")}");
        }
    }
}
