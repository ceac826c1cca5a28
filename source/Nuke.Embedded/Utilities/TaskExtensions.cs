namespace Nuke.Common.Utilities;

/// <summary>Waits for tasks where code is not asynchronous.</summary>
public static class TaskExtensions
{
    /// <summary>Waits until all tasks have ended.</summary>
    public static void WaitAll(this IEnumerable<Task> tasks) => Task.WhenAll(tasks).GetAwaiter().GetResult();

    /// <summary>Waits until all tasks have ended and returns their results in order.</summary>
    public static IReadOnlyCollection<T> WaitAll<T>(this IEnumerable<Task<T>> tasks) => Task.WhenAll(tasks).GetAwaiter().GetResult();
}
