namespace Nuke.Common.Utilities.Collections;

/// <summary>What builds often do with sequences.</summary>
public static class EnumerableExtensions
{
    /// <summary>Runs the action for every item.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }

    /// <summary>Runs the action for every item and its index.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T, int> action)
    {
        foreach (var (index, item) in enumerable.Index())
            action(item, index);
    }

    /// <summary>Runs the action for every item at the moment the item is asked for.</summary>
    public static IEnumerable<T> ForEachLazy<T>(this IEnumerable<T> enumerable, Action<T> action) =>
        enumerable.Select(x =>
        {
            action(x);
            return x;
        });

    /// <summary>The items that are there.</summary>
    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T?> enumerable)
        where T : class =>
        enumerable.OfType<T>();

    /// <summary>The items the predicate does not hold for.</summary>
    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate) =>
        enumerable.Where(x => !predicate(x));

    /// <summary>The items followed by the given ones.</summary>
    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) =>
        enumerable.Concat(others.AsEnumerable());

    /// <summary>The only item; otherwise the build stops with the message.</summary>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) =>
        enumerable.SingleOrError(static _ => true, message);

    /// <summary>The only item the predicate holds for; otherwise the build stops with the message.</summary>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
    {
        var found = enumerable.Where(predicate).Take(2).ToList();
        Assert.True(found.Count == 1, message);
        return found[0];
    }

    /// <summary>The only item, or the default if there is none; the build stops with the message if there are more.</summary>
    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message)
    {
        var found = enumerable.Take(2).ToList();
        Assert.True(found.Count < 2, message);
        return found.FirstOrDefault()!;
    }

    /// <summary>The items as a collection that cannot be changed.</summary>
    public static IReadOnlyCollection<T> AsReadOnly<T>(this IEnumerable<T> enumerable) => enumerable.ToList().AsReadOnly();
}
