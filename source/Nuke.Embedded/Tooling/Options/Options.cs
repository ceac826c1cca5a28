using System.Linq.Expressions;

namespace Nuke.Common.Tooling;

/// <summary>Values by property name that do not change; modifying returns a copy.</summary>
public abstract partial class Options
{
    private OrderedDictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>The names of the properties that are set, in the order of setting.</summary>
    internal IEnumerable<string> SetProperties => _values.Keys;

    internal bool IsSet(string property) => _values.ContainsKey(property);

    /// <summary>The value of the property, or the default when it is not set.</summary>
    protected T Get<T>(Expression<Func<object?>> provider)
        => _values.TryGetValue(NameOf(provider), out var value) && value != null ? (T)OptionValue.Convert(value, typeof(T))! : default!;

    /// <summary>Sets a property; for constructors of options that have defaults.</summary>
    protected void Set(Expression<Func<object?>> provider, object? value) => _values[NameOf(provider)] = OptionValue.Freeze(value);

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new(_values, StringComparer.Ordinal);
        return copy;
    }

    private static string NameOf(LambdaExpression provider)
    {
        var body = provider.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } convert)
            body = convert.Operand;
        return (body as MemberExpression)?.Member.Name ?? throw new ArgumentException($"'{provider.Body}' is not a property.");
    }
}
