using System.Globalization;
using Caching;
using CliWrap;
using CliWrap.Buffered;

const double ColdBudget = 0.8;
const double WarmBudget = 0.1;

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Caching -- [--rounds N]\n\n"
        + "Compares stages 1 to 3 of the sample with clippy, rustfmt, a release build and the tests, one after the other.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 3;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "build.sh")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no build.sh above this program.");

var folder = Directory.CreateTempSubdirectory("caching-").FullName;
try
{
    var (theirs, ours) = (Path.Combine(folder, "theirs"), Path.Combine(folder, "ours"));
    await CopyAsync(theirs);
    await CopyAsync(ours);
    Contestant[] all =
    [
        new("clippy, fmt --check, build --release, test", theirs, TimeProvider.System,
            [
                Run(theirs, "cargo", "clippy", "--all-targets", "--", "-D", "warnings"),
                Run(theirs, "cargo", "fmt", "--check"),
                Run(theirs, "cargo", "build", "--release"),
                Run(theirs, "cargo", "test"),
            ],
            "target"),
        new("./build.sh Checks Compile Test", ours, TimeProvider.System,
            [Run(ours, Path.Combine(root, "build.sh"), "Checks", "Compile", "Test", "--root", ours, "--workspace", ours)],
            "target", ".nuke/temp"),
    ];

    // What compiles the build itself does not count.
    await Run(ours, Path.Combine(root, "build.sh"), "--help").ExecuteBufferedAsync();
    // By turns, so that whatever else the machine does falls on both.
    for (var round = 0; round < rounds; round++)
    {
        foreach (var contestant in all)
            await contestant.RunAsync();
    }

    Print("stages 1 to 3 of the sample, medians", "cold", "unchanged");
    foreach (var contestant in all)
        Print(contestant.Name, Seconds(contestant.Cold), Seconds(contestant.Warm));
    var (cold, warm) = (all[1].Cold / all[0].Cold, all[1].Warm / all[0].Warm);
    Print("ratio", Ratio(cold), Ratio(warm));
    Print("budget", Ratio(ColdBudget), Ratio(WarmBudget));
    return cold <= ColdBudget && warm <= WarmBudget ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// The sample in a repository of its own, as a user has it.
async Task CopyAsync(string copy)
{
    var source = Path.Combine(root, "samples", "caro");
    var files = await Cli.Wrap("git").WithArguments(["ls-files", "-z"]).WithWorkingDirectory(source).ExecuteBufferedAsync();
    foreach (var file in files.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries))
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
        File.Copy(Path.Combine(source, file), Path.Combine(copy, file));
    }

    Directory.CreateDirectory(Path.Combine(copy, ".nuke"));
    await File.WriteAllTextAsync(Path.Combine(copy, ".gitignore"), "target/\nartifacts/\n.nuke/\n");
    string[][] commands = [["init", "--quiet"], ["add", "--all"], ["-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", "--message", "Sample"]];
    foreach (var command in commands)
        await Cli.Wrap("git").WithArguments(command).WithWorkingDirectory(copy).ExecuteBufferedAsync();
}

static Command Run(string folder, string program, params string[] arguments) =>
    Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(folder).WithValidation(CommandResultValidation.None);

static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " s";

static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " x";

static void Print(string name, string cold, string warm) => Console.Out.WriteLine($"{name,-46}  {cold,10}  {warm,10}");
