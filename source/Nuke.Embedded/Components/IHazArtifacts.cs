using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Where the build leaves what it makes.</summary>
public interface IHazArtifacts : INukeBuild
{
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";
}
