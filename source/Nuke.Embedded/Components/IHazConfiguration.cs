using Nuke.Common;

namespace Nuke.Components;

/// <summary>What is built: on a desk for debugging, on a server for release.</summary>
public interface IHazConfiguration : INukeBuild
{
    [Parameter("What is built; default: Debug on a desk, Release on a server")]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
