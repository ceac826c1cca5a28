using System.Collections;
using System.Collections.ObjectModel;
using System.Text.RegularExpressions;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>The environment variables of this process.</summary>
    public static ReadOnlyDictionary<string, string> Variables =>
        Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                x => (string)x.Key,
                x => (string)x.Value!,
                IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            .AsReadOnly();

    /// <summary>The directories that programs are looked for in.</summary>
    public static IReadOnlyCollection<string> Paths =>
        (GetVariable("PATH") ?? string.Empty).Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether a variable is set; an empty one counts unless said otherwise.</summary>
    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>The value of a variable; null if it is not set.</summary>
    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name)!;

    /// <summary>The value of a variable as a value of another type; the type's default if it is not set.</summary>
    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value ? Convert<T>([value], separator, $"environment variable '{name}'") : default!;

    /// <summary>Sets a variable for this process and those it starts.</summary>
    public static void SetVariable(string name, string? value) => Environment.SetEnvironmentVariable(name, value);

    /// <summary>Sets a variable for this process and those it starts.</summary>
    public static void SetVariable<T>(string name, T? value) =>
        SetVariable(name, value is IFormattable formattable ? formattable.ToString(null, Invariant) : value?.ToString());

    /// <summary>Sets a variable to several values.</summary>
    public static void SetVariable<T>(string name, IEnumerable<T> values, char separator) =>
        SetVariable(name, string.Join(separator, values));

    /// <summary>Removes a variable.</summary>
    public static void RemoveVariable(string name) => SetVariable(name, value: null);

    /// <summary>The text with <c>%NAME%</c>, and on Unix <c>$NAME</c>, <c>${NAME}</c> and a leading <c>~</c>, replaced.</summary>
    public static string ExpandVariables(string value)
    {
        var text = Environment.ExpandEnvironmentVariables(value);
        if (IsWin)
            return text;
        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal))
            text = GetVariable("HOME") + text[1..];
        return UnixVariable().Replace(text, x => GetVariable(x.Groups["name"].Value) ?? x.Value);
    }

    [GeneratedRegex(@"\$(\{(?<name>\w+)\}|(?<name>[A-Za-z_]\w*))", RegexOptions.ExplicitCapture)]
    private static partial Regex UnixVariable();
}
