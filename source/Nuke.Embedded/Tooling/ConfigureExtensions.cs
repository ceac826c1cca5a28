using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>Applies configurators.</summary>
public static class ConfigureExtensions
{
    /// <summary>The configured object, or the object itself when there is no configurator.</summary>
    public static T InvokeSafe<T>(this Configure<T>? configurator, T obj) => configurator == null ? obj : configurator(obj);

    /// <summary>Runs an action once for each of the combined options, several side by side if asked for.</summary>
    /// <param name="completeOnFailure">Whether all are run before the first failure is thrown.</param>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var runs = configurator(new TOptions()).ToList();
        return Run(runs, executor, degreeOfParallelism, completeOnFailure);
    }

    /// <inheritdoc cref="Invoke{TOptions}"/>
    public static IReadOnlyCollection<(TOptions Options, TResult Result, IReadOnlyCollection<Output> Output)> Invoke<TOptions, TResult>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, (TResult Result, IReadOnlyCollection<Output> Output)> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
        => [.. Run(configurator(new TOptions()).ToList(), executor, degreeOfParallelism, completeOnFailure)
            .Select(x => (x.Options, x.Value.Result, x.Value.Output))];

    private static IReadOnlyCollection<(TOptions Options, TValue Value)> Run<TOptions, TValue>(
        IReadOnlyList<TOptions> runs,
        Func<TOptions, TValue> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
    {
        var values = new (TOptions Options, TValue Value)[runs.Count];
        var failures = new ConcurrentDictionary<int, Exception>();

        void RunOne(int index)
        {
            if (!completeOnFailure && !failures.IsEmpty)
                return;
            try
            {
                values[index] = (runs[index], executor(runs[index]));
            }
            catch (Exception exception)
            {
                failures[index] = exception;
            }
        }

        if (degreeOfParallelism <= 1)
            Enumerable.Range(0, runs.Count).ToList().ForEach(RunOne);
        else
            Parallel.For(0, runs.Count, new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism }, RunOne);

        var thrown = failures.OrderBy(x => x.Key).Select(x => x.Value).ToList();
        if (thrown is [var only])
            ExceptionDispatchInfo.Throw(only);
        return thrown.Count == 0 ? values : throw new AggregateException(thrown);
    }
}
