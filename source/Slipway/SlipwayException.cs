namespace Slipway;

/// <summary>A failure with one clear sentence for the user: what is wrong, where, and how to mend it.</summary>
public class SlipwayException(
    ErrorKind kind,
    string message,
    string? hint = null,
    SourceLocation? location = null,
    Exception? cause = null) : Exception(message, cause)
{
    public ErrorKind Kind { get; } = kind;

    /// <summary>How to mend it.</summary>
    public string? Hint { get; } = hint;

    public SourceLocation? Location { get; } = location;

    /// <summary>Location, message and hint, as they are shown to a user.</summary>
    public string Explain()
    {
        var text = Location is null ? Message : $"{Location}: {Message}";
        return Hint is null ? text : $"{text}\n{Hint}";
    }
}
