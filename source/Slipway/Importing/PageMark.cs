namespace Slipway.Importing;

/// <summary>What an import leaves of a page for the next one.</summary>
/// <param name="Tag">Asks whether it has changed.</param>
/// <param name="HasNext">Whether there was another page behind it, which may not have been read.</param>
internal sealed record PageMark(string Tag, bool HasNext)
{
    private const string More = "more ";
    private const string Last = "last ";

    /// <summary>Null for what is no mark.</summary>
    public static PageMark? Parse(string? text) =>
        text is null ? null
        : text.StartsWith(More, StringComparison.Ordinal) ? new PageMark(text[More.Length..], true)
        : text.StartsWith(Last, StringComparison.Ordinal) ? new PageMark(text[Last.Length..], false)
        : null;

    public override string ToString() => (HasNext ? More : Last) + Tag;
}
