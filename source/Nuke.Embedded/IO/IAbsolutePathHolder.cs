namespace Nuke.Common.IO;

/// <summary>Something that stands at a path.</summary>
public interface IAbsolutePathHolder
{
    AbsolutePath Path { get; }
}
