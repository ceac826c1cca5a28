using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Base;
using Slipway.History;
using Slipway.Importing;

namespace Slipway.Components;

/// <summary>Brings <c>ImportHistory</c>: what GitHub knows of earlier runs, deployments and releases.</summary>
public interface IImportHistory : IMetrics
{
    private const int UsualImport = 90;
    private const int LongestImport = 400;

    [Parameter("Days of GitHub's history to import; default: 90")]
    int ImportDays => TryGetValue<int?>(() => ImportDays) ?? UsualImport;

    [Parameter("JUnit files of other tools to import, as patterns from the root")]
    string[] Junit => TryGetValue(() => Junit) ?? [];

    Target ImportHistory => _ => _
        .Description("Imports runs, deployments and releases from GitHub, and test results of other tools")
        .Executes(() => this.ExplainAsync(async () =>
        {
            var length = DaysOf("--import-days", ImportDays, LongestImport);
            try
            {
                if (Junit.Length > 0)
                    await ImportResultsAsync();
                // With test results alone, nobody has to be asked.
                if (Junit.Length == 0 || GitHubVariables.Find("GITHUB_REPOSITORY") != null)
                    await ImportAsync(length);
            }
            // Health never breaks a build that does not ask for it.
            catch (SlipwayException exception) when (!Enforce)
            {
                Log.Warning("Not imported: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            }
        }));

    private async Task ImportResultsAsync()
    {
        var files = RootDirectory.GlobFiles(Junit);
        if (files.Count == 0)
            throw new SlipwayException(ErrorKind.Configuration, $"--junit: no file is {string.Join(" or ", Junit)}.", "Patterns are from the root, such as 'target/nextest/**/junit.xml'.");
        var source = await SourceState.ReadAsync(RootDirectory, Interruption.Token) ?? throw new SlipwayException(
            ErrorKind.Configuration, "Test results are kept by the code that they are of, and there is no commit here.", "Run where the tests have run.");
        var machine = MachineClass.Current;
        var origin = new JUnitOrigin(RootDirectory.Name, source.Tree, "junit", $"{machine.System}-{machine.Architecture}", TimeProvider.System.GetUtcNow());
        await using var history = await OpenHistoryAsync();
        var count = await new JUnitImport(history).RunAsync(files.Select(x => x.ToString()), origin, Interruption.Token);
        Log.Information("Imported {Count} outcomes of tests from {Files} files", count, files.Count);
    }

    private async Task ImportAsync(TimeSpan length)
    {
        using var reader = OpenReader();
        await using var history = await OpenHistoryAsync();
        var result = await new GitHubImport(reader, history, TimeProvider.System, line => Log.Information("{Line:l}", line)).RunAsync(length, Interruption.Token);
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
        string Get(string name, string hint) => GitHubVariables.Find(name) ?? throw new SlipwayException(ErrorKind.Configuration, $"{name} is not set.", hint);
        var repository = Get("GITHUB_REPOSITORY", "Set it to the repository whose history is wanted, as owner/name.");
        var token = Get("GITHUB_TOKEN", "Set it to a token that may read the repository: `gh auth token` prints yours.");
        return Uri.TryCreate(GitHubVariables.Api, UriKind.Absolute, out var address)
            ? new GitHubReader(address, repository, token, TimeProvider.System)
            : throw new SlipwayException(ErrorKind.Configuration, $"GITHUB_API_URL is '{GitHubVariables.Api}', which is no address.", $"{GitHubVariables.UsualApi} is GitHub's.");
    }
}
