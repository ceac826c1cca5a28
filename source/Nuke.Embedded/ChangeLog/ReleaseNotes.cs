namespace Nuke.Common.ChangeLog;

/// <summary>What a change log says about one release, or about what is not released yet.</summary>
public class ReleaseNotes
{
    internal ReleaseNotes(string caption, string tag, IReadOnlyList<string> notes, int startIndex, int endIndex)
    {
        Caption = caption;
        Tag = tag;
        Notes = notes;
        StartIndex = startIndex;
        EndIndex = endIndex;
    }

    /// <summary>Whether this is about what is not released yet.</summary>
    public bool Unreleased => Tag.ToUpperInvariant() is "UNRELEASED" or "VNEXT";

    /// <summary>The lines, without empty ones at both ends.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The line of the heading, counted from 0.</summary>
    public int StartIndex { get; }

    /// <summary>The last line.</summary>
    public int EndIndex { get; }

    /// <summary>The heading without its marks.</summary>
    internal string Caption { get; }

    /// <summary>What the heading names: a version, or the word for what is not released.</summary>
    internal string Tag { get; }

    // People write v1.2 and 1.2 for the same release.
    internal bool Is(string tag) => TrimPrefix(Tag).Equals(TrimPrefix(tag), StringComparison.OrdinalIgnoreCase);

    private static string TrimPrefix(string tag) => tag is ['v' or 'V', >= '0' and <= '9', ..] ? tag[1..] : tag;
}
