using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that stop the build with a message for its user.</summary>
public static partial class Assert
{
    /// <summary>Stops the build with the given message.</summary>
    [DoesNotReturn]
    public static void Fail(string message, Exception? exception = null) => throw new Exception(message, exception);

    /// <summary>Stops the build unless the condition holds.</summary>
    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (!condition)
            Fail(message ?? $"Expected '{argumentExpression}' to be true");
    }

    /// <summary>Stops the build if the condition holds.</summary>
    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (condition)
            Fail(message ?? $"Expected '{argumentExpression}' to be false");
    }

    /// <summary>Returns the object, or stops the build if there is none.</summary>
    public static T NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class
    {
        if (obj is null)
            Fail(message ?? $"Expected '{argumentExpression}' to have a value");
        return obj;
    }

    /// <summary>Returns the value, or stops the build if there is none.</summary>
    public static T? NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : struct
    {
        if (obj is null)
            Fail(message ?? $"Expected '{argumentExpression}' to have a value");
        return obj;
    }

    /// <summary>Returns the text, or stops the build if it is null or empty.</summary>
    public static string NotNullOrEmpty(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrEmpty(str))
            Fail(message ?? $"Expected '{argumentExpression}' to be a text that is not empty");
        return str;
    }

    /// <summary>Returns the text, or stops the build if it is null, empty or blank.</summary>
    public static string NotNullOrWhiteSpace(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrWhiteSpace(str))
            Fail(message ?? $"Expected '{argumentExpression}' to be a text that is not blank");
        return str;
    }
}
