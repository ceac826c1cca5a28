namespace Nuke.Common.Execution;

/// <summary>Calls the attributes of the build class that take part in the run, then the class's own hooks.</summary>
internal static class BuildExtensionInvoker
{
    public static IReadOnlyCollection<IBuildExtension> Find(NukeBuild build)
    {
        var extensions = build.GetType().GetCustomAttributes(typeof(BuildExtensionAttributeBase), inherit: true)
            .Cast<BuildExtensionAttributeBase>()
            .ToList();
        if (extensions.Count > 1)
            extensions = [.. extensions.OrderByDescending(x => x.Priority)];
        foreach (var extension in extensions)
            extension.Build = build;
        return extensions;
    }

    public static void Invoke<T>(NukeBuild build, Action<T> action)
        where T : IBuildExtension
    {
        foreach (var extension in build.Extensions.OfType<T>())
            action(extension);
    }

    public static void Created(NukeBuild build)
    {
        Invoke<IOnBuildCreated>(build, x => x.OnBuildCreated(build.Targets));
        build.OnBuildCreated();
    }

    public static void Initialized(NukeBuild build)
    {
        Invoke<IOnBuildInitialized>(build, x => x.OnBuildInitialized(build.Targets, build.ExecutionPlan));
        build.OnBuildInitialized();
    }

    public static void Finished(NukeBuild build)
    {
        Invoke<IOnBuildFinished>(build, x => x.OnBuildFinished());
        build.OnBuildFinished();
    }

    public static void Running(NukeBuild build, ExecutableTarget target)
    {
        Invoke<IOnTargetRunning>(build, x => x.OnTargetRunning(target));
        build.OnTargetRunning(target.Name);
    }

    public static void Skipped(NukeBuild build, ExecutableTarget target)
    {
        Invoke<IOnTargetSkipped>(build, x => x.OnTargetSkipped(target));
        build.OnTargetSkipped(target.Name);
    }

    public static void Succeeded(NukeBuild build, ExecutableTarget target)
    {
        Invoke<IOnTargetSucceeded>(build, x => x.OnTargetSucceeded(target));
        build.OnTargetSucceeded(target.Name);
    }

    public static void Failed(NukeBuild build, ExecutableTarget target)
    {
        Invoke<IOnTargetFailed>(build, x => x.OnTargetFailed(target));
        build.OnTargetFailed(target.Name);
    }
}
