using System.Globalization;
using System.Runtime.InteropServices;
using CliWrap;
using Slipway.History;

var rest = args[1..];
switch (args[0])
{
    case "arguments":
        foreach (var argument in rest)
            Print($"[{argument}]");
        return 0;

    case "exit":
        return int.Parse(rest[0], CultureInfo.InvariantCulture);

    case "fail":
        Console.Error.WriteLine(rest[0]);
        return 1;

    case "interleave":
        for (var i = 0; i < 3; i++)
        {
            Print($"out {i}");
            Console.Error.WriteLine($"err {i}");
        }

        return 0;

    case "count":
        for (var i = 1; i <= int.Parse(rest[0], CultureInfo.InvariantCulture); i++)
            Print(i.ToString(CultureInfo.InvariantCulture));
        return int.Parse(rest[1], CultureInfo.InvariantCulture);

    case "environment":
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal))
            Print($"{name}={Environment.GetEnvironmentVariable(name)}");
        return 0;

    case "folder":
        Print(Environment.CurrentDirectory);
        return 0;

    case "sleep":
        return Sleep();

    case "stubborn":
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true))
            return Sleep();

    // A child and its child, both sleeping.
    case "family":
        _ = Spawn(rest is ["deep"] ? "sleep" : "family", rest is ["deep"] ? [] : ["deep"]);
        return Sleep();

    // Leaves a sleeping child behind that belongs to nobody.
    case "orphan":
        _ = Spawn("sleep", []);
        return 0;

    // Writes runs to a history, and says of each that it is written.
    case "remember":
        await RememberAsync(rest[0], int.Parse(rest[1], CultureInfo.InvariantCulture));
        return 0;

    default:
        Console.Error.WriteLine($"unknown command {args[0]}");
        return 2;
}

// Printed once everything is in place, so that nobody has to guess.
int Sleep()
{
    Print($"pid {Environment.ProcessId}");
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

Task Spawn(string command, string[] arguments)
{
    var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    var running = Cli.Wrap(Environment.ProcessPath!)
        .WithArguments([command, .. arguments])
        .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
        {
            Print(line);
            if (command == "sleep" || line.StartsWith("pid", StringComparison.Ordinal))
                ready.TrySetResult();
        }))
        .WithValidation(CommandResultValidation.None)
        .ExecuteAsync();
    ready.Task.Wait();
    return running;
}

static async Task RememberAsync(string path, int count)
{
    await using var history = await HistoryDatabase.OpenAsync(path, TimeProvider.System, TimeSpan.FromMinutes(1));
    for (var index = 0; index < count; index++)
    {
        var targets = Enumerable.Range(0, 20).Select(target => new TargetRecord($"Target{target}", "test", "succeeded", TimeSpan.FromSeconds(1)));
        await history.AppendAsync(new RunRecord(DateTimeOffset.UnixEpoch.AddMilliseconds(index), TimeSpan.FromMinutes(1), null, null, "pass", "dummy", [.. targets]));
        Print(index.ToString(CultureInfo.InvariantCulture));
    }
}

static void Print(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
