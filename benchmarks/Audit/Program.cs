using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Policies;
using Slipway.Gates;

const double Budget = 300;
const int Size = 1000;

// One audit in a process of its own, as a pipeline does it: with nothing compiled and nothing read before.
if (args is ["once", var workspace, var database])
{
    var start = Stopwatch.GetTimestamp();
    var request = new AuditRequest(Path.Combine(workspace, "Cargo.lock"), ["root"], database, OnlyYoung: true, workspace);
    var found = await new Auditor(new AdvisoryStore(Path.Combine(workspace, "advisories")), program: null).AuditAsync(request);
    var gate = AuditGate.Judge(found.Value ?? throw new InvalidOperationException(found.Reason), AuditPolicy.Default, [], default, workspace);
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} {gate.Findings.Count}"));
    return 0;
}

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Audit -- [--rounds N]\n\n"
        + "Audits a lock file of 1,000 packages with 1,000 advisories, each time in a process of its own.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
var folder = Directory.CreateTempSubdirectory("audit-").FullName;
try
{
    await File.WriteAllTextAsync(Path.Combine(folder, "Cargo.lock"), Lock());
    var advisories = Path.Combine(folder, "db");
    await WriteDatabaseAsync(advisories);
    var program = await PublishAsync(Path.Combine(folder, "program"));
    var first = await MeasureAsync(program, folder, advisories);
    var times = new List<double>();
    for (var round = 0; round < rounds; round++)
        times.Add(await MeasureAsync(program, folder, advisories));
    var median = times.Order().ElementAt(times.Count / 2);
    Print("1,000 packages, 1,000 advisories", "min", "median");
    Print("the first audit, which indexes the advisories", Milliseconds(first), Milliseconds(first));
    Print("every other one, in a new process", Milliseconds(times.Min()), Milliseconds(median));
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{median:0.0} ms is {(median < Budget ? "within" : "over")} the budget of {Budget:0} ms."));
    return median < Budget ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Lock()
{
    var lines = new StringBuilder("version = 4\n\n[[package]]\nname = \"root\"\nversion = \"0.1.0\"\ndependencies = [\n \"crate0\",\n]\n");
    for (var index = 0; index < Size; index++)
    {
        lines.Append(CultureInfo.InvariantCulture, $"\n[[package]]\nname = \"crate{index}\"\nversion = \"1.{index}.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"{new string('0', 64)}\"\n");
        if (index < Size - 3)
            lines.Append(CultureInfo.InvariantCulture, $"dependencies = [\n \"crate{index + 1}\",\n \"crate{index + 2}\",\n]\n");
    }

    return lines.ToString();
}

static async Task WriteDatabaseAsync(string folder)
{
    for (var index = 0; index < Size; index++)
    {
        // Every tenth is about a version that is there.
        var patched = index % 10 == 0 ? "99.0.0" : "0.5.0";
        var path = Path.Combine(folder, "crates", $"crate{index}", $"RUSTSEC-2026-{index:0000}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, $"```toml\n[advisory]\nid = \"RUSTSEC-2026-{index:0000}\"\npackage = \"crate{index}\"\ndate = \"2026-01-01\"\naliases = [\"CVE-2026-{index}\"]\ncvss = \"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N\"\n\n[versions]\npatched = [\">= {patched}\"]\n```\n\n# Something is wrong\n\n{new string('x', 2000)}\n");
    }

    await GitAsync(folder, "init", "--quiet");
    await GitAsync(folder, "add", "--all");
    await GitAsync(folder, "-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", "--message", "Advisories");
}

static async Task GitAsync(string folder, params string[] arguments) =>
    await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(folder).ExecuteBufferedAsync();

static async Task<string> PublishAsync(string folder)
{
    var root = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(root, "build.sh")))
        root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no build.sh above this program.");
    await Cli.Wrap("dotnet").WithArguments(["publish", "benchmarks/Audit", "-c", "Release", "-o", folder, "-nologo", "-v:q"]).WithWorkingDirectory(root).ExecuteBufferedAsync();
    return Path.Combine(folder, "Audit.dll");
}

static async Task<double> MeasureAsync(string program, string folder, string database)
{
    var result = await Cli.Wrap("dotnet").WithArguments([program, "once", folder, database]).ExecuteBufferedAsync();
    return result.StandardOutput.Trim().Split(' ') is [var time, "102"]
        ? double.Parse(time, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"Not 100 findings and two remarks: {result.StandardOutput}");
}

static string Milliseconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

static void Print(string name, string minimum, string median) => Console.Out.WriteLine($"{name,-48}  {minimum,10}  {median,10}");
