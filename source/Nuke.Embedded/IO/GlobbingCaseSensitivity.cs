namespace Nuke.Common.IO;

/// <summary>Whether a pattern distinguishes capital and small letters; by default not on Windows.</summary>
public enum GlobbingCaseSensitivity
{
    Auto,
    CaseSensitive,
    CaseInsensitive,
}
