using CliWrap;
using Startup;

const double Budget = 4.0;

if (Options.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}

var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "build.sh")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no build.sh above this program.");

var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
var hello = Path.Combine(AppContext.BaseDirectory, "..", "..", "Hello", configuration, "hello.dll");
var project = Path.Combine("build", "_build.csproj");
var bootstrap = OperatingSystem.IsWindows() ? "build.cmd" : "build.sh";

var empty = Way("an empty program: dotnet hello.dll", Run("dotnet", [hello]));
var ours = Way($"this bootstrap: ./{bootstrap} {string.Join(' ', options.Arguments)}", Run(Path.Combine(root, bootstrap), options.Arguments));
// The two commands of the script that NUKE's setup writes.
var stock = Way("NUKE's stock way: dotnet build, then dotnet run --no-build",
    Run("dotnet", ["build", project, "/nodeReuse:false", "/p:UseSharedCompilation=false", "-nologo", "-clp:NoSummary", "--verbosity", "quiet"]),
    Run("dotnet", ["run", "--project", project, "--no-build", "--", .. options.Arguments]));
Contestant[] all = options.Stock ? [empty, ours, stock] : [empty, ours];

try
{
    foreach (var contestant in all)
        await contestant.WarmUpAsync();
    // By turns, so that whatever else the machine does falls on all of them.
    for (var round = 0; round < options.Rounds; round++)
    {
        await empty.RunAsync();
        await ours.RunAsync();
        if (options.Stock && round % 4 == 0)
            await stock.RunAsync();
    }
}
catch (Exception exception) when (exception is InvalidOperationException or CliWrap.Exceptions.CommandExecutionException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

var width = all.Max(contestant => contestant.Name.Length);
Print($"{"".PadRight(width)}  {"rounds",6}  {"min",9}  {"median",9}  {"min",7}  {"median",7}");
foreach (var contestant in all)
    Print(FormattableString.Invariant(
        $"{contestant.Name.PadRight(width)}  {contestant.Rounds,6}  {contestant.Minimum,6:0.0} ms  {contestant.Median,6:0.0} ms  {contestant.Minimum / empty.Minimum,5:0.0} x  {contestant.Median / empty.Median,5:0.0} x"));

var ratio = ours.Median / empty.Median;
var verdict = ratio <= Budget ? "within" : "over";
Print(FormattableString.Invariant($"The bootstrap takes {ratio:0.0} x the empty program's time: {verdict} the budget of {Budget:0} x."));
if (options.Stock)
    Print(FormattableString.Invariant($"NUKE's stock way takes {stock.Median / ours.Median:0} x the bootstrap's time."));
return ratio <= Budget ? 0 : 1;

Contestant Way(string name, params Command[] commands) => new(name, TimeProvider.System, commands);

Command Run(string program, IReadOnlyList<string> arguments) =>
    Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(root).WithValidation(CommandResultValidation.None);

void Print(string line) => Console.Out.WriteLine(line);
