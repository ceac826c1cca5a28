namespace Nuke.Common.Tooling;

/// <summary>What a tool is called with, and how its process runs.</summary>
public abstract partial class ToolOptions : Options
{
    /// <summary>The program, when it is not where the tool says.</summary>
    public string ProcessToolPath => Get<string>(() => ProcessToolPath);

    public string ProcessWorkingDirectory => Get<string>(() => ProcessWorkingDirectory);

    /// <summary>The whole environment; by default that of the build.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables
        => Get<Dictionary<string, string>>(() => ProcessEnvironmentVariables) ?? (IReadOnlyDictionary<string, string>)EnvironmentInfo.Variables;

    /// <summary>Milliseconds after which the process is ended with all it has started.</summary>
    public int? ProcessExecutionTimeout => Get<int?>(() => ProcessExecutionTimeout);

    public bool? ProcessOutputLogging => Get<bool?>(() => ProcessOutputLogging);

    public bool? ProcessInvocationLogging => Get<bool?>(() => ProcessInvocationLogging);

    /// <summary>Whether the exit code matters; it does by default.</summary>
    public bool? ProcessExitHandling => Get<bool?>(() => ProcessExitHandling);

    /// <summary>Values that are kept out of logs.</summary>
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<List<string>>(() => ProcessRedactedSecrets);

    /// <summary>Arguments behind all others, as they are.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<List<string>>(() => ProcessAdditionalArguments);

    internal Action<OutputType, string>? ProcessLogger { get; set; }

    internal Func<ToolOptions, IProcess, object?>? ProcessExitHandler { get; set; }

    internal bool HasEnvironment => IsSet(nameof(ProcessEnvironmentVariables));
}
