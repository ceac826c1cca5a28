using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Keeps folders from run to run while the key files are the same.</summary>
public class GitHubActionsCacheStep : GitHubActionsStep
{
    public string[] IncludePatterns { get; set; } = [];
    public string[] ExcludePatterns { get; set; } = [];
    public string[] KeyFiles { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {YamlScalar.Quoted($"Cache: {string.Join(", ", IncludePatterns)}")}");
        using (writer.Indent())
        {
            writer.WriteLine("uses: actions/cache@v4");
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                writer.WriteLine("path: |");
                using (writer.Indent())
                {
                    foreach (var pattern in IncludePatterns.Concat(ExcludePatterns.Select(x => $"!{x}")))
                        writer.WriteLine(pattern);
                }

                writer.WriteLine($"key: ${{{{ runner.os }}}}-${{{{ hashFiles({string.Join(", ", KeyFiles.Select(YamlScalar.Quoted))}) }}}}");
            }
        }
    }
}
