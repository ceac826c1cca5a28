using System.ComponentModel;
using System.Diagnostics;
using Nuke.Common.Utilities;
using static Nuke.Common.IO.PathConstruction;

namespace Nuke.Common.IO;

/// <summary>A normalized path with a root.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{" + nameof(_path) + "}")]
public partial class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    private readonly string _path;

    private AbsolutePath(string path) => _path = path;

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <summary>The last part of the path.</summary>
    public string Name => _path[NameStart..];

    /// <summary>The last part of the path up to its last dot.</summary>
    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(Name);

    /// <summary>What follows the last dot of the name, dot included; empty if there is none.</summary>
    public string Extension => System.IO.Path.GetExtension(Name);

    /// <summary>The directory this path stands in; null for a root.</summary>
    public AbsolutePath Parent => _path.Length == RootLength ? null! : this / "..";

    private int RootLength => GetPathRoot(_path).Length;

    private int NameStart => Math.Max(RootLength, _path.AsSpan().LastIndexOfAny(AllSeparators) + 1);

    /// <summary>A path from text, which must be rooted.</summary>
    public static AbsolutePath Create(string path)
    {
        Assert.NotNull(path);
        Assert.True(HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(NormalizePath(path));
    }

    public override string ToString() => _path;

    /// <summary>The path as text: <c>d</c> and <c>s</c> quote, <c>dn</c> and <c>sn</c> quote if needed, <c>nq</c> does not.</summary>
    public string ToString(string? format) => ToString(format, formatProvider: null);

    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        "d" => _path.DoubleQuote(),
        "dn" => _path.DoubleQuoteIfNeeded(),
        "s" => _path.SingleQuote(),
        "sn" => _path.SingleQuoteIfNeeded(),
        null or "" or "nq" => _path,
        _ => throw new FormatException($"Format '{format}' is not one of d, dn, s, sn, nq"),
    };
}
