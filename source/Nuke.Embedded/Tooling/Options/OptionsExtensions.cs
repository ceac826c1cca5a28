namespace Nuke.Common.Tooling;

/// <summary>Composes options.</summary>
public static partial class OptionsExtensions
{
    /// <summary>A copy of the options with changes.</summary>
    public static T Modify<T>(this T options, Action<IOptions>? modification = null)
        where T : Options
    {
        var copy = (T)options.Copy();
        modification?.Invoke(copy);
        return copy;
    }

    public static T Apply<T>(this T options, Configure<T>? configurator) => configurator.InvokeSafe(options);

    public static TOptions Apply<TOptions, TValue>(this TOptions options, Configure<TOptions, TValue>? configurator, TValue value)
        where TOptions : new()
        => configurator == null ? options : configurator(options, value);

    public static T[] Apply<T>(this T[] options, Configure<T>? configurator) => [.. options.Select(x => configurator.InvokeSafe(x))];

    public static TOptions[] Apply<TOptions, TValue>(this TOptions[] options, Configure<TOptions, TValue>? configurator, TValue value)
        where TOptions : new()
        => [.. options.Select(x => x.Apply(configurator, value))];

    /// <summary>The configured options if the condition holds, otherwise the options themselves.</summary>
    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator)
        => condition(options) ? options.Apply(configurator) : options;

    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T> configurator)
        => [.. options.Select(x => x.When(condition, configurator))];
}
