using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput { get; set; } = true;

    public static bool DefaultLogInvocation { get; set; } = true;

    public static bool LogWorkingDirectory { get; set; } = true;

    /// <summary>Where processes run when nothing is said; by default the working directory of the build.</summary>
    public static string DefaultWorkingDirectory
    {
        get => field ?? EnvironmentInfo.WorkingDirectory;
        set;
    }

    /// <summary>Starts a program with arguments that are written as an interpolated text.</summary>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null)
        => StartProcess(
            toolPath,
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            arguments.GetFilter());

    /// <summary>Starts a program.</summary>
    /// <param name="environmentVariables">The whole environment, not additions to it.</param>
    /// <param name="timeout">Milliseconds after which the program is ended with all it has started.</param>
    /// <param name="outputFilter">Changes what is logged and returned, for instance to hide secrets.</param>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        var (path, prefix) = ToolPathResolver.Resolve(toolPath);
        var text = string.Join(' ', new[] { prefix, arguments ?? "" }.Where(x => x.Length > 0));
        // cmd.exe and scripts take the text apart by rules of their own.
        var isOpaque = OperatingSystem.IsWindows() && Path.GetExtension(path).ToUpperInvariant() is ".CMD" or ".BAT";
        return Start(
            new ProcessRequest(
                path,
                text,
                isOpaque ? null : ArgumentText.Split(text),
                workingDirectory ?? DefaultWorkingDirectory,
                environmentVariables,
                timeout is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
                logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null,
                outputFilter ?? (static x => x)),
            logInvocation ?? DefaultLogInvocation);
    }

    /// <summary>Starts a command line in the system's shell.</summary>
    public static IProcess StartShell(
        string command,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        var isWindows = OperatingSystem.IsWindows();
        string[] list = ["-c", command];
        return Start(
            new ProcessRequest(
                ToolPathResolver.GetPathExecutable(isWindows ? "cmd" : "bash"),
                isWindows ? $"/c {command}" : ArgumentText.Join(list),
                isWindows ? null : list,
                workingDirectory ?? DefaultWorkingDirectory,
                environmentVariables,
                timeout is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
                logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null,
                outputFilter ?? (static x => x)),
            logInvocation ?? DefaultLogInvocation);
    }

    /// <summary>Logs a line; what is written to the error stream is not an error by itself.</summary>
    public static void DefaultLogger(OutputType type, string output) => Log.Debug("{Line:l}", output);

    /// <summary>Warns of folders in PATH that do not exist.</summary>
    public static void CheckPathEnvironmentVariable()
    {
        foreach (var folder in EnvironmentInfo.Paths.Where(x => !Directory.Exists(x)))
            Log.Warning("PATH contains '{Folder:l}', which does not exist", folder);
    }

    private static RunningProcess Start(ProcessRequest request, bool logInvocation)
    {
        Assert.DirectoryExists(request.WorkingDirectory, $"The working directory '{request.WorkingDirectory}' does not exist");
        if (logInvocation)
            LogInvocation(request);
        return RunningProcess.Start(request, ProcessRegistry.Supervisor);
    }

    private static void LogInvocation(ProcessRequest request)
    {
        Log.Information("> {Tool:l} {Arguments:l}", ArgumentText.QuoteIfNeeded(request.FileName), request.Filter(request.Arguments));
        if (!LogWorkingDirectory)
            return;
        var isElsewhere = EnvironmentInfo.WorkingDirectory != (AbsolutePath)Path.GetFullPath(request.WorkingDirectory);
        Log.Write(
            isElsewhere ? Serilog.Events.LogEventLevel.Information : Serilog.Events.LogEventLevel.Verbose,
            "@ {Folder:l}",
            request.WorkingDirectory);
    }
}
