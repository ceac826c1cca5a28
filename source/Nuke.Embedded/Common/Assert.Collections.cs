using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

public static partial class Assert
{
    /// <summary>Stops the build if the collection is null or has no item.</summary>
    public static void NotEmpty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection is null || collection.Count == 0)
            Fail(message ?? $"Expected '{argumentExpression}' to have items");
    }

    /// <summary>Stops the build if the collection is null or has an item.</summary>
    public static void Empty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null) =>
        Count(collection, length: 0, message, argumentExpression);

    /// <summary>Stops the build unless the collection has exactly the given number of items.</summary>
    public static void Count<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        int length,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection is null)
            Fail(message ?? $"Expected '{argumentExpression}' to be a collection");
        if (collection.Count != length)
            Fail(message ?? $"Expected '{argumentExpression}' to have {length} items, but it has {collection.Count}");
    }

    /// <summary>Stops the build unless the collection has exactly one item.</summary>
    public static void HasSingleItem<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null) =>
        Count(collection, length: 1, message, argumentExpression);
}
