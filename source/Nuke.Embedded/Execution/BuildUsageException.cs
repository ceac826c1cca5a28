namespace Nuke.Common.Execution;

/// <summary>
/// The command line, the configuration or the build class is wrong: shown as it is, exit code 2. Other failures are
/// the pipeline's verdict, exit code 1.
/// </summary>
internal sealed class BuildUsageException(string message, Exception? cause = null) : Exception(message, cause)
{
    public const int ExitCode = 2;
}
