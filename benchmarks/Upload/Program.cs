using System.Globalization;
using Slipway.Manifest;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;
using Upload;

const int Files = 24;
const int FileSize = 10_000_000;
const int Latency = 200;
const double TimeBudget = 1.2;
const double MemoryBudget = 100;

if (args is ["--serve", var state, var latency])
{
    await Server.ServeAsync(state, int.Parse(latency, CultureInfo.InvariantCulture));
    return 0;
}

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Upload -- [--rounds N]\n\n"
        + "Sends 24 files of 10 MB to a draft at an embedded GitHub that answers each call 200 ms late, and beside it the same\n"
        + "files with nothing around them: the same number of lanes, each sending one file after the other.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 3;
var folder = Directory.CreateTempSubdirectory("upload-").FullName;
using var end = new CancellationTokenSource();
try
{
    var api = await Server.StartAsync(Path.Combine(folder, "server"), Latency, end.Token);
    var connection = new GitHubConnection(api, Server.Repository, new Uri(api, "/"), "rehearsal-github-token");
    var assets = await MakeFilesAsync();
    await DraftAsync(connection, [assets[0]], 0);

    List<double> bare = [], sent = [], whole = [];
    double most = 0, mostManaged = 0;
    for (var round = 1; round <= rounds; round++)
    {
        var memory = new Memory();
        var (sending, all) = await DraftAsync(connection, assets, round);
        await memory.DisposeAsync();
        sent.Add(sending);
        whole.Add(all);
        (most, mostManaged) = (Math.Max(most, memory.Megabytes), Math.Max(mostManaged, memory.ManagedMegabytes));
        bare.Add(await BareLanes.SendAsync(connection, folder, assets, round, StepSettings.Default.Lanes));
    }

    Print(FormattableString.Invariant($"{Files} files of 10 MB, {Latency} ms a call"), "median", "of ideal");
    Show("the slowest lane of bare uploads", Median(bare), 1);
    Show("uploads of the draft, hashed and written down", Median(sent), Median(sent) / Median(bare));
    Show("the whole step, with all that it looks at", Median(whole), Median(whole) / Median(bare));
    var isQuick = Median(sent) <= TimeBudget * Median(bare);
    await Console.Out.WriteLineAsync(FormattableString.Invariant(
        $"The uploads are {(isQuick ? "within" : "over")} the budget of {TimeBudget:0.0} x."));
    await Console.Out.WriteLineAsync(FormattableString.Invariant(
        $"Memory above idle is {most:0} MB at most ({mostManaged:0} MB managed), {(most < MemoryBudget ? "within" : "over")} the budget of {MemoryBudget:0} MB."));
    return isQuick && most < MemoryBudget ? 0 : 1;
}
finally
{
    await end.CancelAsync();
    Directory.Delete(folder, recursive: true);
}

async Task<IReadOnlyList<Asset>> MakeFilesAsync()
{
    var bytes = new byte[FileSize];
    var made = new List<Asset>();
    for (var number = 0; number < Files; number++)
    {
        Array.Fill(bytes, (byte)number);
        var path = Path.Combine(folder, FormattableString.Invariant($"caro-1.0.0-{number:00}.tar.gz"));
        await File.WriteAllBytesAsync(path, bytes);
        made.Add(await Asset.OfAsync(path, AssetKind.Archive, null));
    }

    return made;
}

// Seconds from the first file to the last, and of the whole step.
async Task<(double Sending, double All)> DraftAsync(GitHubConnection connection, IReadOnlyList<Asset> assets, int round)
{
    var version = FormattableString.Invariant($"1.0.{round}");
    var manifest = new ReleaseManifest(ReleaseManifest.CurrentVersion, "caro", version, $"v{version}", new string('a', 40), false, "Notes.\n", assets, []);
    var time = TimeProvider.System;
    await using var journal = ReleaseJournal.Open(Path.Combine(folder, $"{version}.jsonl"), new JournalSubject(manifest.Tag, manifest.Commit, "rehearsal"), time);
    using var releases = new GitHubReleases(connection, time);
    var start = time.GetTimestamp();
    await DraftStep.RunAsync(new ReleaseRun(manifest, folder, journal, time, _ => { }), releases, CancellationToken.None);
    var all = time.GetElapsedTime(start).TotalSeconds;
    var uploads = journal.Entries.Where(entry => entry.Name.StartsWith("upload ", StringComparison.Ordinal)).Select(entry => entry.Time).ToList();
    return ((uploads[^1] - uploads[0]).TotalSeconds, all);
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static void Show(string name, double seconds, double ratio) =>
    Print(name, seconds.ToString("0.00", CultureInfo.InvariantCulture) + " s", ratio.ToString("0.00", CultureInfo.InvariantCulture) + " x");

static void Print(string name, string seconds, string ratio) => Console.Out.WriteLine($"{name,-45}  {seconds,10}  {ratio,10}");
