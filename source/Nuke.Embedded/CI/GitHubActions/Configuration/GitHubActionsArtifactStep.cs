using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Keeps files of the job beyond its end.</summary>
public class GitHubActionsArtifactStep : GitHubActionsStep
{
    public string Name { get; set; } = null!;
    public string Path { get; set; } = null!;
    [AllowNull] public string Condition { get; set; } = null!;

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {YamlScalar.Quoted($"Publish: {Name}")}");
        using (writer.Indent())
        {
            writer.WriteLine("uses: actions/upload-artifact@v5");
            if (!string.IsNullOrWhiteSpace(Condition))
                writer.WriteLine($"if: {YamlScalar.Plain(Condition)}");
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                writer.WriteLine($"name: {YamlScalar.Plain(Name)}");
                writer.WriteLine($"path: {YamlScalar.Plain(Path)}");
            }
        }
    }
}
