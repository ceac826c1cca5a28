using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>What files are read and written in unless said otherwise: UTF-8 without byte order mark.</summary>
    public static Encoding DefaultEncoding { get; set; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether written text ends in a line break unless said otherwise.</summary>
    public static bool DefaultEofLineBreak { get; set; } = true;

    /// <summary>Whose line breaks are written between lines unless said otherwise: a line feed on every system.</summary>
    public static PlatformFamily DefaultLineBreakType { get; set; } = PlatformFamily.Linux;

    public static string ReadAllText(this AbsolutePath path, Encoding? encoding = null) =>
        File.ReadAllText(path, encoding ?? DefaultEncoding);

    public static string[] ReadAllLines(this AbsolutePath path, Encoding? encoding = null) =>
        File.ReadAllLines(path, encoding ?? DefaultEncoding);

    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>Writes the text, with exactly one line break at its end unless said otherwise.</summary>
    public static AbsolutePath WriteAllText(
        this AbsolutePath path,
        string? content,
        Encoding? encoding = null,
        bool? eofLineBreak = null)
    {
        var text = content ?? string.Empty;
        if (eofLineBreak ?? DefaultEofLineBreak)
            text = text.TrimEnd('\r', '\n') + (text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : LineBreak(null));
        File.WriteAllText(path.EnsureParent(), text, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Writes the lines, the last one with a line break unless said otherwise.</summary>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string?> lines,
        Encoding? encoding = null,
        PlatformFamily? lineBreakType = null,
        bool? eofLineBreak = null)
    {
        var text = string.Join(LineBreak(lineBreakType), lines);
        if ((eofLineBreak ?? DefaultEofLineBreak) && text.Length > 0)
            text += LineBreak(lineBreakType);
        return path.WriteAllText(text, encoding, eofLineBreak: false);
    }

    /// <summary>Writes the lines, the last one with a line break unless said otherwise.</summary>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        string?[] lines,
        Encoding? encoding = null,
        PlatformFamily? lineBreakType = null,
        bool? eofLineBreak = null) =>
        path.WriteAllLines(lines.AsEnumerable(), encoding, lineBreakType, eofLineBreak);

    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        File.WriteAllBytes(path.EnsureParent(), bytes);
        return path;
    }

    public static AbsolutePath AppendAllText(this AbsolutePath path, string? content, Encoding? encoding = null)
    {
        File.AppendAllText(path.EnsureParent(), content, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(this AbsolutePath path, IEnumerable<string?> lines, Encoding? encoding = null) =>
        path.AppendAllText(string.Concat(lines.Select(x => x + LineBreak(null))), encoding);

    public static AbsolutePath AppendAllLines(this AbsolutePath path, string?[] lines, Encoding? encoding = null) =>
        path.AppendAllLines(lines.AsEnumerable(), encoding);

    /// <summary>Writes what the function makes of the file's text.</summary>
    public static AbsolutePath UpdateText(this AbsolutePath path, Func<string, string> update, Encoding? encoding = null) =>
        path.WriteAllText(update(path.ReadAllText(encoding)), encoding);

    private static string LineBreak(PlatformFamily? type) => (type ?? DefaultLineBreakType) == PlatformFamily.Windows ? "\r\n" : "\n";

    private static AbsolutePath EnsureParent(this AbsolutePath path)
    {
        path.Parent.CreateDirectory();
        return path;
    }
}
