using System.Globalization;
using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>A condition as its author wrote it, near enough.</summary>
internal static class RequirementText
{
    public static string Of(Expression expression) => expression switch
    {
        BinaryExpression binary => $"{Operand(binary.Left, binary.Right)} {Operator(binary)} {Operand(binary.Right, binary.Left)}",
        UnaryExpression { NodeType: ExpressionType.Not } not => "!" + Of(not.Operand),
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Of(convert.Operand),
        MemberExpression { Expression: null or ConstantExpression } member => member.Member.Name,
        MemberExpression member => $"{Of(member.Expression!)}.{member.Member.Name}",
        ConstantExpression { Value: string text } => $"\"{text}\"",
        ConstantExpression { Value: null } => "null",
        ConstantExpression constant => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!,
        MethodCallExpression call => $"{Instance(call)}{call.Method.Name}({string.Join(", ", Arguments(call).Select(Of))})",
        _ => expression.ToString(),
    };

    // The compiler compares the numbers of enumerations.
    private static string Operand(Expression operand, Expression other)
        => operand is ConstantExpression { Value: { } value } && other is UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type: { IsEnum: true } type }
            ? Enum.ToObject(type, value).ToString()!
            : Of(operand);

    private static bool IsExtension(MethodCallExpression call)
        => call.Object == null && call.Method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false);

    private static string Instance(MethodCallExpression call) => call switch
    {
        { Object: ConstantExpression } => "",
        { Object: { } instance } => Of(instance) + ".",
        _ when IsExtension(call) => Of(call.Arguments[0]) + ".",
        _ => call.Method.DeclaringType!.Name + ".",
    };

    private static IEnumerable<Expression> Arguments(MethodCallExpression call)
        => IsExtension(call) ? call.Arguments.Skip(1) : call.Arguments;

    private static string Operator(BinaryExpression binary) => binary.NodeType switch
    {
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.Coalesce => "??",
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        _ => binary.NodeType.ToString(),
    };
}
