using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CliWrap;

namespace Slipway.Processes;

public sealed partial record ToolCommand
{
    private const int TailLength = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs it, giving away each line as it comes; cancellation ends the whole process tree.</summary>
    public Task<ToolResult> ExecuteAsync(Action<ToolLine>? sink = null, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sink, output: null, cancellationToken);

    /// <summary>The same for output whose bytes count: it is read by the caller, and no tail of it is kept.</summary>
    internal Task<ToolResult> StreamAsync(Func<Stream, CancellationToken, Task> output, CancellationToken cancellationToken) =>
        ExecuteAsync(sink: null, PipeTarget.Create(output), cancellationToken);

    private async Task<ToolResult> ExecuteAsync(Action<ToolLine>? sink, PipeTarget? output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!Directory.Exists(WorkingDirectory))
            throw new SlipwayException(ErrorKind.Configuration, $"The folder {WorkingDirectory} does not exist.");

        var tree = new ProcessTree();
        var tails = (Output: new Tail(TailLength), Error: new Tail(TailLength));
        var gate = new Lock();

        void Receive(string text, bool isError)
        {
            lock (gate)
            {
                (isError ? tails.Error : tails.Output).Add(text);
                sink?.Invoke(new ToolLine(text, isError));
            }
        }

        var command = Cli.Wrap(Program)
            .WithArguments(Arguments)
            .WithWorkingDirectory(WorkingDirectory)
            .WithEnvironmentVariables(Environment.SetItem(tree.Marker, "1"))
            .WithStandardInputPipe(Input is null ? PipeSource.Null : PipeSource.FromString(Input, Utf8))
            .WithStandardOutputPipe(output ?? PipeTarget.ToDelegate(text => Receive(text, isError: false), Encoding.UTF8))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(text => Receive(text, isError: true), Encoding.UTF8))
            .WithValidation(CommandResultValidation.None);

        var started = Stopwatch.GetTimestamp();
        var (exitCode, timedOut, leftProcesses) = await RunAsync(command, tree, cancellationToken);
        var tail = tails.Error.IsEmpty ? tails.Output : tails.Error;
        return new ToolResult(this, exitCode, timedOut, Stopwatch.GetElapsedTime(started), leftProcesses, tail.ToList());
    }

    /// <summary>Runs it and keeps all it writes.</summary>
    public async Task<ToolOutput> ReadAsync(CancellationToken cancellationToken = default)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var result = await ExecuteAsync(
            line => (line.IsError ? error : output).Append(line.Text).Append('\n'),
            cancellationToken);
        return new ToolOutput(result, output.ToString(), error.ToString());
    }

    private async Task<(int ExitCode, bool TimedOut, bool LeftProcesses)> RunAsync(
        Command command,
        ProcessTree tree,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var abandon = new CancellationTokenSource();
        var running = Start(command, abandon.Token);
        if (IsYielding)
            Yield(running.ProcessId);
        if (TimeLimit is { } limit)
            stop.CancelAfter(limit);

        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        var left = LeavesProcessesAsync(running.ProcessId, running.Task);
        var leftProcesses = false;
        if (await Task.WhenAny(running.Task, left, stopped) == left && await left)
        {
            leftProcesses = await tree.EndAsync(root: null);
            await Task.WhenAny(running.Task, stopped);
        }

        if (running.Task.IsCompleted || !stopped.IsCompleted)
        {
            var result = await running;
            await stop.CancelAsync();
            return (result.ExitCode, false, leftProcesses);
        }

        await tree.EndAsync(running.ProcessId);
        await abandon.CancelAsync();
        var exitCode = -1;
        try
        {
            exitCode = (await running).ExitCode;
        }
        catch (OperationCanceledException)
        {
            // Its end is what was asked for.
        }

        cancellationToken.ThrowIfCancellationRequested();
        return (exitCode, true, leftProcesses);
    }

    // Of itself: a policy of the command would take a process for not started that has ended by then.
    private static void Yield(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the system does not let it: it only takes its full share then.
        }
    }

    /// <summary>True when the process has ended, and others keep its output open.</summary>
    private static async Task<bool> LeavesProcessesAsync(int id, Task running)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        return await Task.WhenAny(running, Task.Delay(Grace)) != running;
    }

    private CommandTask<CommandResult> Start(Command command, CancellationToken abandon)
    {
        try
        {
            return command.ExecuteAsync(abandon);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"{Program} cannot be started: {(exception.InnerException ?? exception).Message}",
                cause: exception);
        }
    }
}
