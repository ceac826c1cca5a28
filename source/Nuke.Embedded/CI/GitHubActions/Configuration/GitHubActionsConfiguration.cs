using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A workflow.</summary>
public class GitHubActionsConfiguration : ConfigurationEntity
{
    public string Name { get; set; } = null!;
    public GitHubActionsTrigger[] ShortTriggers { get; set; } = [];
    public GitHubActionsDetailedTrigger[] DetailedTriggers { get; set; } = [];
    public (GitHubActionsPermissions Type, string Permission)[] Permissions { get; set; } = [];
    [AllowNull] public string ConcurrencyGroup { get; set; } = null!;
    public bool ConcurrencyCancelInProgress { get; set; }
    public GitHubActionsJob[] Jobs { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Name}");
        writer.WriteLine();
        WriteTriggers(writer);
        writer.WriteLine();
        WritePermissions(writer);
        if (Concurrency.IsSet(ConcurrencyGroup, ConcurrencyCancelInProgress))
        {
            Concurrency.Write(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
            writer.WriteLine();
        }

        writer.WriteLine("jobs:");
        using (writer.Indent())
        {
            foreach (var job in Jobs)
                job.Write(writer);
        }
    }

    private void WriteTriggers(CustomFileWriter writer)
    {
        if (ShortTriggers.Length > 0)
        {
            writer.WriteLine($"on: [{string.Join(", ", ShortTriggers.Select(x => x.GetValue()))}]");
            return;
        }

        writer.WriteLine("on:");
        using (writer.Indent())
        {
            foreach (var trigger in DetailedTriggers)
                trigger.Write(writer);
        }
    }

    private void WritePermissions(CustomFileWriter writer)
    {
        if (Permissions.Length == 0)
            return;

        writer.WriteLine("permissions:");
        using (writer.Indent())
        {
            foreach (var (type, permission) in Permissions)
                writer.WriteLine($"{type.GetValue()}: {permission}");
        }

        writer.WriteLine();
    }
}
