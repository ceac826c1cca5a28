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

    /// <summary>The folder of the page, and of nothing else: what is put on the web.</summary>
    AbsolutePath DashboardDirectory => HealthDirectory / "site";

    Target Dashboard => _ => _
        .Description("Shows the health of the pipeline as a page")
        .Produces(DashboardDirectory / "index.html")
        .Executes(() => this.ExplainAsync(async () =>
        {
            var content = await ReadAsync(history => DashboardContent.ReadAsync(
                history, TimeProvider.System.GetUtcNow(), Window, DefaultBranch, HealthTargets, DashboardGates, Interruption.Token));
            if (content == null)
                return;
            var file = DashboardDirectory / "index.html";
            await AtomicFile.WriteTextAsync(file, DashboardPage.Write(content), Interruption.Token);
            Log.Information("The dashboard is {File:l}", RootDirectory.GetRelativePathTo(file).ToString());
        }));
}
