using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>Fields and properties alike.</summary>
internal static class MemberAccess
{
    private const BindingFlags Any =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The fields and properties of a class, base classes first, in the order of the source.</summary>
    public static IEnumerable<MemberInfo> OfClass(Type type)
    {
        var hierarchy = new Stack<Type>();
        for (var current = type; current != null && current != typeof(object); current = current.BaseType)
            hierarchy.Push(current);

        foreach (var current in hierarchy)
        {
            foreach (var field in current.GetFields(Any))
                yield return field;
            foreach (var property in current.GetProperties(Any))
                yield return property;
        }
    }

    public static IEnumerable<MemberInfo> OfInterfaces(Type type)
        => type.GetInterfaces().SelectMany(x => x.GetProperties(Any));

    public static MemberInfo? Find(Type type, string name)
    {
        for (var current = type; current != null; current = current.BaseType)
        {
            if (current.GetField(name, Any) is { } field)
                return field;
            if (current.GetProperty(name, Any) is { } property)
                return property;
            if (current.GetMethod(name, Any, []) is { } method)
                return method;
        }

        return type.GetInterfaces().Select(x => (MemberInfo?)x.GetProperty(name, Any)).FirstOrDefault(x => x != null);
    }

    public static Type TypeOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => throw new ArgumentException($"{member} has no value."),
    };

    public static object? GetValue(MemberInfo member, object? instance) => member switch
    {
        FieldInfo field => field.GetValue(field.IsStatic ? null : instance),
        PropertyInfo property => property.GetValue(property.GetMethod!.IsStatic ? null : instance),
        MethodInfo method => method.Invoke(method.IsStatic ? null : instance, null),
        _ => throw new ArgumentException($"{member} has no value."),
    };

    /// <summary>Sets read-only fields too, and properties without a setter through their backing field.</summary>
    public static void SetValue(MemberInfo member, object instance, object? value)
    {
        switch (member)
        {
            case FieldInfo { IsStatic: true, IsInitOnly: true }:
                throw new Execution.BuildUsageException(
                    $"{member.DeclaringType!.Name}.{member.Name} carries an injection attribute but is static readonly, which the runtime keeps as it is. Remove one of the two words.");
            case FieldInfo field:
                field.SetValue(field.IsStatic ? null : instance, value);
                break;
            case PropertyInfo { SetMethod: { } setter }:
                setter.Invoke(setter.IsStatic ? null : instance, [value]);
                break;
            case PropertyInfo property when property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Any) is { } backing:
                backing.SetValue(backing.IsStatic ? null : instance, value);
                break;
            default:
                throw new Execution.BuildUsageException(
                    $"{member.DeclaringType!.Name}.{member.Name} carries an injection attribute but cannot be set. Give it a setter or make it a field.");
        }
    }

    /// <summary>The member that <c>() => Member</c> names.</summary>
    public static MemberInfo OfExpression(LambdaExpression expression)
    {
        var body = expression.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } convert)
            body = convert.Operand;
        return (body as MemberExpression)?.Member
            ?? throw new ArgumentException($"'{expression.Body}' is not a field or property.");
    }

    // Conversions that the boxed value does not notice.
    private static bool KeepsBox(UnaryExpression convert)
        => !convert.Type.IsValueType || Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type;

    /// <summary>The value of <c>() => Member</c> without compiling the expression.</summary>
    public static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when KeepsBox(convert) => Evaluate(convert.Operand),
        // A nullable value is boxed as its value or null, which has no members of Nullable<T>.
        MemberExpression { Expression: null or { Type.IsValueType: false } } member => GetValue(member.Member, member.Expression == null ? null : Evaluate(member.Expression)),
        _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
    };
}
