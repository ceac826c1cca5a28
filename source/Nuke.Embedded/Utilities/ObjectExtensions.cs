namespace Nuke.Common.Utilities;

/// <summary>Makes statements part of an expression.</summary>
public static class ObjectExtensions
{
    /// <summary>Runs the action with the object and returns the object.</summary>
    public static T Apply<T>(this T obj, Action<T> action)
    {
        action(obj);
        return obj;
    }

    /// <summary>Returns what the function makes of the object if the condition holds, otherwise the object.</summary>
    public static T When<T>(this T obj, bool condition, Func<T, T> transform) => condition ? transform(obj) : obj;

    /// <summary>Returns what the function makes of both objects if the second exists, otherwise the first.</summary>
    public static T WhenNotNull<T, TObject>(this T obj, TObject? other, Func<T, TObject, T> transform) =>
        other is null ? obj : transform(obj, other);
}
