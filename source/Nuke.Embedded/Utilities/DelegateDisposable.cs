using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Runs an action when it is disposed.</summary>
public sealed class DelegateDisposable : IDisposable
{
    private Action? _cleanup;

    private DelegateDisposable(Action? cleanup) => _cleanup = cleanup;

    /// <summary>Runs one action now and another when the result is disposed.</summary>
    public static IDisposable CreateBracket(Action? setup = null, Action? cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    /// <summary>Runs one action now and another, given the result of the first, on disposal.</summary>
    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var state = setup();
        return new DelegateDisposable(() => cleanup(state));
    }

    /// <summary>Gives a field or property a value until the result is disposed.</summary>
    public static IDisposable SetAndRestore<T>(Expression<Func<T>> memberProvider, T value)
    {
        var (member, instance) = Resolve(memberProvider.Body);
        var previous = member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);
        return CreateBracket(() => Set(value), () => Set(previous));

        void Set(object? newValue)
        {
            if (member is FieldInfo target)
                target.SetValue(instance, newValue);
            else
                ((PropertyInfo)member).SetValue(instance, newValue);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _cleanup, null)?.Invoke();

    private static (MemberInfo Member, object? Instance) Resolve(Expression body)
    {
        if (body is not MemberExpression { Member: FieldInfo or PropertyInfo } access)
            throw new ArgumentException($"'{body}' is not a field or property");
        return (access.Member, access.Expression is { } owner ? Evaluate(owner) : null);
    }

    private static object? Evaluate(Expression expression) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
}
