namespace Nuke.Common.Tooling;

/// <summary>A process that was started; it runs until someone waits for it, kills it, or it ends by itself.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }

    string Arguments { get; }

    string WorkingDirectory { get; }

    /// <summary>What it has written so far, both streams in the order of arrival.</summary>
    IReadOnlyCollection<Output> Output { get; }

    int ExitCode { get; }

    bool HasExited { get; }

    int Id { get; }

    /// <summary>Ends the process and all it has started.</summary>
    void Kill();

    /// <summary>Waits for the end; false when the process ran out of time and was ended with all it had started.</summary>
    bool WaitForExit();
}
