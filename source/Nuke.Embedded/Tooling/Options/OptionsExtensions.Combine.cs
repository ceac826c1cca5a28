namespace Nuke.Common.Tooling;

public static partial class OptionsExtensions
{
    /// <summary>The options once for each configurator.</summary>
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators)
        where T : Options, new()
        => CombineWith([options], configurators);

    public static T[] CombineWith<T>(this T options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new()
        => CombineWith([options], configurators);

    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators)
        where T : Options, new()
        => [.. options.SelectMany(_ => configurators, (x, configurator) => configurator(x))];

    public static T[] CombineWith<T>(this IEnumerable<T> options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new()
        => [.. options.SelectMany(x => configurators.SelectMany(configurator => configurator(x)))];

    /// <summary>The options once for each value.</summary>
    public static TOptions[] CombineWith<TOptions, TValue>(
        this TOptions options,
        IEnumerable<TValue> values,
        Configure<TOptions, TValue> configurator)
        where TOptions : Options, new()
        => CombineWith([options], values, configurator);

    public static TOptions[] CombineWith<TOptions, TValue>(
        this IEnumerable<TOptions> options,
        IEnumerable<TValue> values,
        Configure<TOptions, TValue> configurator)
        where TOptions : Options, new()
    {
        var all = values.ToList();
        return [.. options.SelectMany(_ => all, (x, value) => configurator(x, value))];
    }
}
