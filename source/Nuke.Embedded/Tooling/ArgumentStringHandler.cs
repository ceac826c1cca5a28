using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Arguments written as text. Values in holes are quoted when they contain white space; <c>:nq</c> does not quote,
/// <c>:r</c> keeps the value out of logs. Paths also know <c>:d</c>, <c>:dn</c>, <c>:s</c> and <c>:sn</c>.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private const string Redacted = "r";
    private const string NotQuoted = "nq";

    private readonly StringBuilder _text;
    private readonly List<string> _secrets = [];
    private readonly bool _isOneHole;

    public ArgumentStringHandler(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        // A text that is all there is holds the arguments, it is not one of them.
        _isOneHole = literalLength == 0 && formattedCount == 1;
    }

    private ArgumentStringHandler(string text)
    {
        _text = new StringBuilder(IsOneQuotedText(text) ? text[1..^1] : text);
    }

    public static implicit operator ArgumentStringHandler(string? value)
        => new(value ?? throw new ArgumentNullException(nameof(value), "A tool needs arguments; those of none are an empty text."));

    public readonly void AppendLiteral(string? value) => _text.Append(value);

    public readonly void AppendFormatted(object? value, int alignment = 0, string? format = null)
    {
        var text = value is IFormattable formattable
            ? formattable.ToString(format is Redacted or NotQuoted ? null : format, CultureInfo.InvariantCulture)
            : value?.ToString();
        Append(text, alignment, format);
    }

    public readonly void AppendFormatted(string? value, int alignment = 0, string? format = null) => Append(value, alignment, format);

    public readonly void AppendFormatted(AbsolutePath? value, int alignment = 0, string? format = null)
        => _text.Append(Align(Format(value, format), alignment));

    public readonly void AppendFormatted(IAbsolutePathHolder? value, int alignment = 0, string? format = null)
        => AppendFormatted(value?.Path, alignment, format);

    public readonly void AppendFormatted(IEnumerable<IAbsolutePathHolder?>? values, int alignment = 0, string? format = null)
    {
        var paths = new List<string>();
        foreach (var value in values ?? [])
            paths.Add(Format(value?.Path, format));
        _text.Append(Align(string.Join(' ', paths.Where(x => x.Length > 0)), alignment));
    }

    /// <summary>The arguments as one text; the handler is empty afterwards.</summary>
    public readonly string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    /// <summary>Hides the values that were marked with <c>:r</c>.</summary>
    public readonly Func<string, string> GetFilter() => Redaction.Of(_secrets);

    private readonly string Format(AbsolutePath? path, string? format)
    {
        if (path is null)
            return "";
        if (format == Redacted)
            _secrets.Add(path.ToString());
        return path.ToString(format is null or Redacted ? "dn" : format);
    }

    private readonly void Append(string? value, int alignment, string? format)
    {
        value ??= "";
        if (format == Redacted)
            _secrets.Add(value);
        _text.Append(Align(_isOneHole || format == NotQuoted ? value : ArgumentText.QuoteIfNeeded(value), alignment));
    }

    private static string Align(string text, int alignment) => alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment);

    private static bool IsOneQuotedText(string text) => text.IsDoubleQuoted() && !text[1..^1].Contains('"', StringComparison.Ordinal);
}
