namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>Called when the targets are known and parameters are set.</summary>
    protected internal virtual void OnBuildCreated()
    {
    }

    /// <summary>Called when all values are injected and the plan is known.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>Called when the last target is done, whatever the outcome.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    /// <summary>Called right before a target runs.</summary>
    protected internal virtual void OnTargetRunning(string target)
    {
    }

    /// <summary>Called when a target is skipped.</summary>
    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    /// <summary>Called when a target has succeeded.</summary>
    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    /// <summary>Called when a target has failed.</summary>
    protected internal virtual void OnTargetFailed(string target)
    {
    }
}
