namespace Nuke.Common.Tooling;

/// <summary>How a property of options is written on the command line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArgumentAttribute : Attribute
{
    /// <summary>The text, with <c>{value}</c> and, for dictionaries, <c>{key}</c>; without a place for the value it is a flag.</summary>
    public string Format { get; set; } = null!;

    /// <summary>The text when the property is set to <c>null</c>.</summary>
    public string? AlternativeFormat { get; set; }

    /// <summary>Where it stands: 1 is the first, -1 the last; 0 is in between, in the order of setting.</summary>
    public int Position { get; set; }

    /// <summary>Whether the value is kept out of logs.</summary>
    public bool Secret { get; set; }

    /// <summary>Puts several values into one argument.</summary>
    public string? Separator { get; set; }

    /// <summary>Joins the values of one key of a lookup.</summary>
    public string? InnerSeparator { get; set; }

    /// <summary>Whether several values in one argument are quoted together.</summary>
    public bool QuoteMultiple { get; set; }

    /// <summary>The type that has the formatter; by default that of the options.</summary>
    public Type? FormatterType { get; set; }

    /// <summary>A method that makes text of a value.</summary>
    public string? FormatterMethod { get; set; }
}
