namespace Nuke.Common.Tooling;

public abstract partial class ToolTasks
{
    /// <summary>Runs the tool with options.</summary>
    protected virtual IReadOnlyCollection<Output> Run<T>(T? options = null)
        where T : ToolOptions, new()
        => Execute(PreProcess(options ?? new T()), out _);

    /// <summary>Runs the tool with options and reads a result from what it wrote.</summary>
    protected virtual (TResult Result, IReadOnlyCollection<Output> Output) Run<TOptions, TResult>(TOptions? options = null)
        where TOptions : ToolOptions, new()
    {
        var processed = PreProcess(options ?? new TOptions());
        var output = Execute(processed, out var handled);
        return ((TResult)(handled ?? GetResult<TResult>(processed, output))!, output);
    }

    // Overrides say nullable or not, as they like.
#nullable disable annotations
    /// <summary>What the end of the process means; by default only exit code 0 is good.</summary>
    protected virtual Func<IProcess, object> GetExitHandler(ToolOptions options = null)
        => process =>
        {
            if (options?.ProcessExitHandling != false)
                process.AssertZeroExitCode();
            return null;
        };
#nullable restore annotations

    /// <summary>Runs the tool with arguments as they are.</summary>
    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<IProcess, object?>? exitHandler = null)
    {
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(),
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? GetLogger());
        (exitHandler ?? GetExitHandler())(process.AssertWaitForExit());
        return process.Output;
    }

    /// <summary>Changes options before they are used.</summary>
    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions
        => options;

    /// <summary>Tidies up after the tool has ended well.</summary>
    protected virtual void PostProcess(ToolOptions options)
    {
    }

    /// <summary>What the output of the tool means.</summary>
    protected virtual object? GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) => null;

    private IReadOnlyCollection<Output> Execute(ToolOptions options, out object? handled)
    {
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(options),
            string.Join(' ', options.GetArguments()),
            options.ProcessWorkingDirectory,
            options.HasEnvironment ? options.ProcessEnvironmentVariables : null,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            options.ProcessLogger ?? GetLogger(options),
            Redaction.Of(options.GetSecrets()));
        process.AssertWaitForExit();
        handled = options.ProcessExitHandler is { } handler ? handler(options, process) : GetExitHandler(options)(process);
        PostProcess(options);
        return process.Output;
    }
}
