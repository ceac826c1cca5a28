using System.Globalization;
using Nuke.Common;
using Serilog;
using Slipway.History;
using Slipway.Importing;

namespace Slipway.Components;

/// <summary>Brings <c>ImportHistory</c>: what GitHub knows of earlier runs, deployments and releases.</summary>
public interface IImportHistory : IMetrics
{
    private const int UsualImport = 90;
    private const int LongestImport = 400;
    private const string DefaultApi = "https://api.github.com";

    [Parameter("Days of GitHub's history to import; default: 90")]
    int ImportDays => TryGetValue<int?>(() => ImportDays) ?? UsualImport;

    Target ImportHistory => _ => _
        .Description("Imports runs, deployments and releases from GitHub")
        .Executes(() => this.ExplainAsync(async () =>
        {
            if (ImportDays is < 1 or > LongestImport)
            {
                throw new SlipwayException(
                    ErrorKind.Configuration,
                    string.Create(CultureInfo.InvariantCulture, $"--import-days is {ImportDays}."),
                    string.Create(CultureInfo.InvariantCulture, $"It must be from 1 to {LongestImport}; a history is kept that long."));
            }

            try
            {
                await ImportAsync();
            }
            // Health never breaks a build that does not ask for it.
            catch (SlipwayException exception) when (!Enforce)
            {
                Log.Warning("Not imported: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            }
        }));

    private async Task ImportAsync()
    {
        using var reader = OpenReader();
        await using var history = await HistoryDatabase.OpenAsync(HistoryFile, TimeProvider.System, log: line => Log.Warning("{Line:l}", line), cancellationToken: Interruption.Token);
        var result = await new GitHubImport(reader, history, TimeProvider.System, line => Log.Information("{Line:l}", line)).RunAsync(TimeSpan.FromDays(ImportDays), Interruption.Token);
        await history.PruneAsync(HistoryRetention.Default, Interruption.Token);
        Log.Information(
            "Imported {Runs} runs and {Deployments} deployments and releases of {Repository:l}, in {Requests} requests",
            result.Runs, result.Deployments, reader.Repository, result.Requests);
        if (result.Missing > 0)
            Log.Warning("{Count} runs were deleted while they were read, and are left out", result.Missing);
        if (!result.IsWhole)
        {
            Log.Warning(
                "GitHub allows no more requests for now; what was read is kept, and the same command goes on{When:l}",
                result.Until is { } until ? $" from {until.ToString("u", CultureInfo.InvariantCulture)}" : "");
        }
    }

    private static GitHubReader OpenReader()
    {
        string Variable(string name, string hint) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new SlipwayException(ErrorKind.Configuration, $"{name} is not set.", hint);
        var repository = Variable("GITHUB_REPOSITORY", "Set it to the repository whose history is wanted, as owner/name.");
        var token = Variable("GITHUB_TOKEN", "Set it to a token that may read the repository: `gh auth token` prints yours.");
        var api = Environment.GetEnvironmentVariable("GITHUB_API_URL") is { Length: > 0 } text ? text : DefaultApi;
        return Uri.TryCreate(api, UriKind.Absolute, out var address)
            ? new GitHubReader(address, repository, token, TimeProvider.System)
            : throw new SlipwayException(ErrorKind.Configuration, $"GITHUB_API_URL is '{api}', which is no address.", $"{DefaultApi} is GitHub's.");
    }
}
