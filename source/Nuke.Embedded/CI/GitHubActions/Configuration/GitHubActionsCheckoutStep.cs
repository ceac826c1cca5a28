using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Fetches the repository.</summary>
public class GitHubActionsCheckoutStep : GitHubActionsStep
{
    public GitHubActionsSubmodules? Submodules { get; set; }
    public bool? Lfs { get; set; }
    public uint? FetchDepth { get; set; }
    public bool? Progress { get; set; }
    [AllowNull] public string Filter { get; set; } = null!;

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@v6");
        (string Key, string? Value)[] options =
        [
            ("submodules", Submodules?.GetValue()),
            ("lfs", Text(Lfs)),
            ("fetch-depth", FetchDepth?.ToString(CultureInfo.InvariantCulture)),
            ("progress", Text(Progress)),
            ("filter", string.IsNullOrWhiteSpace(Filter) ? null : YamlScalar.Plain(Filter)),
        ];
        if (options.All(x => x.Value == null))
            return;

        using (writer.Indent())
        {
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                foreach (var (key, value) in options.Where(x => x.Value != null))
                    writer.WriteLine($"{key}: {value}");
            }
        }
    }

    private static string? Text(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => null,
    };
}
