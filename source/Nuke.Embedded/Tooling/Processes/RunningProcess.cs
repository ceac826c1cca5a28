using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using CliWrap;

namespace Nuke.Common.Tooling;

/// <summary>A process that runs over CliWrap.</summary>
internal sealed class RunningProcess : IProcess
{
    // Only a process that belongs to someone else survives its end this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<Output> _output = [];
    private readonly CancellationTokenSource _abandon = new();
    private readonly ProcessRequest _request;
    private readonly ProcessSupervisor _supervisor;
    private readonly string _marker;
    private readonly Task<int> _completion;
    private readonly Timer? _timer;
    private volatile ExceptionDispatchInfo? _loggerFailure;

    private RunningProcess(ProcessRequest request, ProcessSupervisor supervisor, string marker)
    {
        _request = request;
        _supervisor = supervisor;
        _marker = marker;
        var running = Execute();
        Id = running.ProcessId;
        if (request.Timeout is { } timeout)
            _timer = new Timer(_ => EndLate(), null, timeout, System.Threading.Timeout.InfiniteTimeSpan);
        _completion = CompleteAsync(running);
    }

    public string FileName => _request.FileName;

    /// <summary>The arguments without the values that were redacted.</summary>
    public string Arguments => _request.Filter(_request.Arguments);

    public string WorkingDirectory => _request.WorkingDirectory;

    public int Id { get; }

    public bool HasExited => _completion.IsCompleted;

    public int ExitCode => HasExited
        ? _completion.GetAwaiter().GetResult()
        : throw new InvalidOperationException($"'{Path.GetFileName(FileName)}' has not ended yet.");

    /// <summary>Whether it was ended because it ran out of time.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>Whether it was ended because the build was interrupted.</summary>
    public bool IsInterrupted { get; private set; }

    public TimeSpan? Timeout => _request.Timeout;

    public IReadOnlyCollection<Output> Output
    {
        get
        {
            lock (_gate)
                return [.. _output];
        }
    }

    public static RunningProcess Start(ProcessRequest request, ProcessSupervisor supervisor)
        => supervisor.Start(marker => new RunningProcess(request, supervisor, marker));

    public bool WaitForExit()
    {
        _ = _completion.GetAwaiter().GetResult();
        _loggerFailure?.Throw();
        return !IsTimedOut;
    }

    public void Kill()
    {
        if (HasExited)
            return;
        ProcessTree.End(_marker + "=", [Id], grace: TimeSpan.Zero);
        _abandon.CancelAfter(Patience);
    }

    public void MarkInterrupted() => IsInterrupted = true;

    /// <summary>Lets go of the process; one that still runs goes on.</summary>
    public void Dispose()
    {
        if (!HasExited)
            return;
        _abandon.Dispose();
        _timer?.Dispose();
    }

    private CommandTask<CommandResult> Execute()
    {
        var command = Cli.Wrap(_request.FileName)
            .WithWorkingDirectory(_request.WorkingDirectory)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(x => Receive(OutputType.Std, x), Encoding.UTF8))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(x => Receive(OutputType.Err, x), Encoding.UTF8))
            .WithValidation(CommandResultValidation.None);
        command = _request.ArgumentList is { } list ? command.WithArguments(list) : command.WithArguments(_request.Arguments);
        try
        {
            return command.ExecuteAsync(SetEnvironment, configureProcess: null, _abandon.Token, CancellationToken.None);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            var reason = (exception.InnerException ?? exception).Message;
            throw new InvalidOperationException($"'{_request.FileName}' cannot be started in '{_request.WorkingDirectory}': {reason}", exception);
        }
    }

    private void SetEnvironment(ProcessStartInfo start)
    {
        if (_request.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
                start.Environment[name] = value;
        }

        start.Environment[_marker] = "1";
    }

    private void Receive(OutputType type, string text)
    {
        text = _request.Filter(text);
        lock (_gate)
        {
            _output.Add(new Output { Type = type, Text = text });
            try
            {
                _request.Logger?.Invoke(type, text);
            }
            catch (Exception exception)
            {
                // Whoever waits gets it: here nobody would, and the pipe would stay full.
                _loggerFailure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    private async Task<int> CompleteAsync(CommandTask<CommandResult> running)
    {
        try
        {
            return (await running).ExitCode;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
        finally
        {
            if (_timer != null)
                await _timer.DisposeAsync();
            _supervisor.Remove(this);
        }
    }

    private void EndLate()
    {
        IsTimedOut = true;
        Kill();
    }
}
