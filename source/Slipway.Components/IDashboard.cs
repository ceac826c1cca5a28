using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Health.Page;

namespace Slipway.Components;

/// <summary>Brings <c>Dashboard</c>: the health of the pipeline as a page with charts.</summary>
public interface IDashboard : IMetrics
{
    /// <summary>The gates whose measurements are shown over time.</summary>
    IReadOnlyCollection<string> DashboardGates => [nameof(IBinarySize.BinarySize), nameof(ICoverage.Coverage), nameof(IBenchmark.Benchmark)];

    /// <summary>In a folder of its own: what is put on the web.</summary>
    AbsolutePath DashboardPage => HealthDirectory / "site" / "index.html";

    Target Dashboard => _ => _
        .Description("Shows the health of the pipeline as a page")
        .TryAfter<IImportHistory>()
        .Executes(() => this.ExplainAsync(async () =>
        {
            var content = await ReadAsync(history => DashboardContent.ReadAsync(
                history, TimeProvider.System.GetUtcNow(), Window, DefaultBranch, HealthTargets, DashboardGates, Interruption.Token));
            if (content == null)
                return;
            await AtomicFile.WriteTextAsync(DashboardPage, Health.Page.DashboardPage.Write(content), Interruption.Token);
            Log.Information("The dashboard is {File:l}", RootDirectory.GetUnixRelativePathTo(DashboardPage).ToString());
        }));
}
