using System.Globalization;
using Slipway.History;

namespace Slipway.Importing;

/// <summary>
/// Fills a history from GitHub, the youngest first, page by page: one that is stopped at any moment goes on where it was.
/// What has not changed is not sent again.
/// </summary>
/// <param name="report">Is told how far it has come.</param>
public sealed class GitHubImport(GitHubReader reader, IImports history, TimeProvider time, Action<string>? report = null)
{
    private readonly Totals _totals = new();

    /// <summary>Imports what began in the last days.</summary>
    /// <param name="length">How far back.</param>
    /// <exception cref="SlipwayException">GitHub refuses or cannot be reached; what was read is kept.</exception>
    public async Task<ImportResult> RunAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var source = $"github:{reader.Repository}";
        var states = await history.ReadImportStatesAsync(source, cancellationToken);
        var now = time.GetUtcNow();
        try
        {
            await new DeploymentImport(reader, history, source, states, _totals).RunAsync(now - length, cancellationToken);
            var runs = new RunImport(reader, history, source, states, _totals);
            // Day by day: what GitHub tells of a day that is over stays the same, as the pages of all runs do not.
            for (var day = now.UtcDateTime.Date; day > (now - length).UtcDateTime.Date.AddDays(-1); day = day.AddDays(-1))
            {
                var before = _totals.Runs;
                await runs.RunAsync(new DateTimeOffset(day, TimeSpan.Zero), TimeSpan.FromDays(1), cancellationToken);
                if (_totals.Runs > before)
                    report?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}: {_totals.Runs - before} runs"));
            }

            return Result(isWhole: true, null);
        }
        catch (ImportLimitException exception)
        {
            return Result(isWhole: false, exception.Until);
        }
    }

    private ImportResult Result(bool isWhole, DateTimeOffset? until) => new(_totals.Runs, _totals.Deployments, _totals.Missing, reader.Requests, isWhole, until);

    internal sealed class Totals
    {
        public int Runs { get; set; }

        public int Deployments { get; set; }

        public int Missing { get; set; }
    }
}
