using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A job on one runner.</summary>
public class GitHubActionsJob : ConfigurationEntity
{
    public string Name { get; set; } = null!;
    public GitHubActionsImage Image { get; set; }
    public int TimeoutMinutes { get; set; }
    [AllowNull] public string ConcurrencyGroup { get; set; } = null!;
    public bool ConcurrencyCancelInProgress { get; set; }
    [AllowNull] public string EnvironmentName { get; set; } = null!;
    [AllowNull] public string EnvironmentUrl { get; set; } = null!;
    public GitHubActionsStep[] Steps { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Name}:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {Name}");
            writer.WriteLine($"runs-on: {Image.GetValue()}");
            if (TimeoutMinutes > 0)
                writer.WriteLine($"timeout-minutes: {TimeoutMinutes.ToString(CultureInfo.InvariantCulture)}");
            if (Concurrency.IsSet(ConcurrencyGroup, ConcurrencyCancelInProgress))
                Concurrency.Write(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
            WriteEnvironment(writer);
            writer.WriteLine("steps:");
            using (writer.Indent())
            {
                foreach (var step in Steps)
                    step.Write(writer);
            }
        }
    }

    private void WriteEnvironment(CustomFileWriter writer)
    {
        if (string.IsNullOrWhiteSpace(EnvironmentName))
            return;

        writer.WriteLine("environment:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {YamlScalar.Plain(EnvironmentName)}");
            if (!string.IsNullOrWhiteSpace(EnvironmentUrl))
                writer.WriteLine($"url: {YamlScalar.Plain(EnvironmentUrl)}");
        }
    }
}
