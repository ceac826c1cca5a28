namespace Nuke.Common;

/// <summary>Operating systems a build can run on.</summary>
public enum PlatformFamily
{
    Unknown,
    Windows,
    Linux,
    OSX,
}
