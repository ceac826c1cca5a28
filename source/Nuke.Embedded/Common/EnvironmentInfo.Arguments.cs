using System.Linq.Expressions;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>The command line after the program's name.</summary>
    public static string[] CommandLineArguments => Environment.GetCommandLineArgs()[1..];

    /// <summary>Whether an option was given; dashes and case do not matter.</summary>
    public static bool HasArgument(string name) => NamedValues(CommandLineArguments, name) is not null;

    /// <summary>Whether the option named like a member was given.</summary>
    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(MemberName(expression));

    /// <summary>What follows an option, the last one if it was given twice; the type's default if it was not.</summary>
    public static T GetNamedArgument<T>(string name, char? separator = null) =>
        GetNamedArgument<T>(CommandLineArguments, name, separator);

    /// <summary>What follows the option named like a member.</summary>
    public static T GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null) =>
        GetNamedArgument<T>(MemberName(expression), separator);

    /// <summary>One of the arguments before the first option; the type's default if there are fewer.</summary>
    public static T GetPositionalArgument<T>(int position, char? separator = null) =>
        GetPositionalArgument<T>(CommandLineArguments, position, separator);

    /// <summary>All arguments before the first option.</summary>
    public static T[] GetAllPositionalArguments<T>(char? separator = null) =>
        GetAllPositionalArguments<T>(CommandLineArguments, separator);

    internal static T GetNamedArgument<T>(string[] arguments, string name, char? separator = null) =>
        NamedValues(arguments, name) is { } values ? Convert<T>(values, separator, $"option '{name}'") : default!;

    internal static T GetPositionalArgument<T>(string[] arguments, int position, char? separator = null) =>
        PositionalValues(arguments).Skip(position).Take(1).ToArray() is { Length: 1 } values
            ? Convert<T>(values, separator, $"argument {position + 1}")
            : default!;

    internal static T[] GetAllPositionalArguments<T>(string[] arguments, char? separator = null) =>
        Convert<T[]>(PositionalValues(arguments).ToArray(), separator, "an argument") ?? [];

    internal static string[]? NamedValues(string[] arguments, string name)
    {
        var wanted = Reduce(name);
        var index = Array.FindLastIndex(arguments, x => IsOption(x) && Reduce(x).Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : arguments.Skip(index + 1).TakeWhile(x => !IsOption(x)).ToArray();
    }

    private static IEnumerable<string> PositionalValues(string[] arguments) => arguments.TakeWhile(x => !IsOption(x));

    private static bool IsOption(string argument) => argument.StartsWith('-');

    private static string Reduce(string name) => name.Replace("-", string.Empty, StringComparison.Ordinal);

    private static string MemberName(LambdaExpression expression) => expression.Body switch
    {
        MemberExpression member => member.Member.Name,
        UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
        _ => throw new ArgumentException($"'{expression}' is not a field or property"),
    };
}
