using Nuke.Common;

namespace Slipway.Components;

/// <summary>What would be done outside, instead of doing it.</summary>
public interface IHazDryRun : INukeBuild
{
    [Parameter("Prints what would be done outside, and does none of it")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;
}
