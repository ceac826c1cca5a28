using System.Globalization;
using BenchmarkBenchmark;
using Slipway.Benchmarks;

const int Work = 100;
const int SlowerWork = 113;

if (args is not [] and not ["--trials", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Benchmark -- [--trials N]\n\n"
        + "Lets the benchmark gate judge the same program, and one with 13 % more work, N times each (default: 100),\n"
        + "on an idle machine and on one whose processors are busy. Prints how often it says slower, with 95 % intervals.");
    return 2;
}

var trials = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100;
// Stands for the real configuration, with a fifth of its time.
var options = BenchmarkOptions.Default with { Time = TimeSpan.FromSeconds(6), BlockTime = TimeSpan.FromMilliseconds(20) };
var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
try
{
    var before = await Subject.BuildAsync(Path.Combine(folder, "base"), Work);
    var same = await Subject.BuildAsync(Path.Combine(folder, "same"), Work);
    var slower = await Subject.BuildAsync(Path.Combine(folder, "slower"), SlowerWork);
    var good = true;
    foreach (var hogs in new[] { 0, Environment.ProcessorCount })
    {
        var machine = hogs == 0 ? "left alone" : $"with {hogs} busy threads";
        using var busy = new Hogs(hogs);
        var none = await Trials.RunAsync(before, same, options, trials);
        var real = await Trials.RunAsync(before, slower, options, trials);
        await Console.Out.WriteLineAsync($"\nThe machine {machine}; said to be slower by more than 10 %:\n");
        await Console.Out.WriteLineAsync($"{"",-44}  {"no change",22}  {"13 % more work",22}");
        await Console.Out.WriteLineAsync($"{"the gate",-44}  {none.Slower,22}  {real.Slower,22}");
        await Console.Out.WriteLineAsync($"{"the gate cannot tell",-44}  {none.Unclear,22}  {real.Unclear,22}");
        foreach (var (name, time) in Estimators.All)
            await Console.Out.WriteLineAsync($"{name,-44}  {none.By(time),22}  {real.By(time),22}");
        await Console.Out.WriteLineAsync($"{"ratio of the first round, middle 98 %",-44}  {none.Ratios,22}  {real.Ratios,22}");
        await Console.Out.WriteLineAsync($"{"seconds of a trial, median and most",-44}  {none.Seconds,22}  {real.Seconds,22}");
        good &= none.Slower.Part < 0.01 && real.Slower.Part > 0.95;
    }

    return good ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
