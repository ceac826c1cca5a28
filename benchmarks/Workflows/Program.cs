using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

const double Budget = 50;
const int Files = 10;

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Workflows -- [--rounds N]\n\n"
        + "Generates and verifies 10 workflows of a build of 200 targets: in one process, and NUKE's way, a process for each.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "build.sh")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no build.sh above this program.");
var folder = Directory.CreateTempSubdirectory("workflows-").FullName;
try
{
    var program = Path.Combine(folder, "program");
    await RunAsync(root, "publish", Path.Combine("benchmarks", "ManyTargets"), "-c", "Release", "-o", program, "-nologo", "-v:q");
    var repository = Path.Combine(folder, "repository");
    Directory.CreateDirectory(Path.Combine(repository, ".nuke"));
    await File.WriteAllTextAsync(Path.Combine(repository, "build.cmd"), "");
    var build = Path.Combine(program, "ManyTargets.dll");

    List<double> generate = [], verify = [], whole = [], nuke = [];
    for (var round = 0; round <= rounds; round++)
    {
        if (Directory.Exists(Path.Combine(repository, ".github")))
            Directory.Delete(Path.Combine(repository, ".github"), recursive: true);
        var (generated, process) = await TimedAsync(build, repository, "GenerateWorkflows");
        var (verified, _) = await TimedAsync(build, repository, "VerifyWorkflows");
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Files).Select(index =>
            RunAsync(repository, build, "--generate-configuration", $"GitHubActions_w{index}", "--host", "GitHubActions")));
        var children = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        // The first round warms the file cache up.
        if (round == 0)
            continue;
        generate.Add(generated);
        verify.Add(verified);
        whole.Add(process);
        nuke.Add(children);
    }

    Print("10 workflows of 200 targets", "min", "median");
    Show("generating them, in process after the start", generate);
    Show("verifying them, in process after the start", verify);
    Show("the whole process that generates them", whole);
    Show("NUKE's way: ten processes side by side", nuke);
    var worst = Math.Max(Median(generate), Median(verify));
    await Console.Out.WriteLineAsync(FormattableString.Invariant(
        $"NUKE's way takes {Median(nuke) / Median(whole):0.0} x the time of one process; in process it is {worst:0.0} ms, {(worst < Budget ? "within" : "over")} the budget of {Budget:0} ms."));
    return worst < Budget ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<(double InProcess, double Process)> TimedAsync(string build, string repository, string target)
{
    var start = TimeProvider.System.GetTimestamp();
    var output = await RunAsync(repository, build, target);
    var elapsed = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    return (double.Parse(Regex.Match(output, @"took ([\d.]+) ms").Groups[1].Value, CultureInfo.InvariantCulture), elapsed);
}

static async Task<string> RunAsync(string directory, params string[] arguments)
{
    var result = await Cli.Wrap("dotnet").WithArguments(arguments).WithWorkingDirectory(directory).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
    return result.ExitCode == 0
        ? result.StandardOutput
        : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with exit code {result.ExitCode}:\n{result.StandardOutput}{result.StandardError}");
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static void Show(string name, List<double> values) => Print(name, Milliseconds(values.Min()), Milliseconds(Median(values)));

static string Milliseconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

static void Print(string name, string minimum, string median) => Console.Out.WriteLine($"{name,-45}  {minimum,10}  {median,10}");
