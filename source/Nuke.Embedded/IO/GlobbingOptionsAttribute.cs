using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>Says whether patterns distinguish capital and small letters in this build.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class GlobbingOptionsAttribute(GlobbingCaseSensitivity caseSensitivity) : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        Globbing.GlobbingCaseSensitivity = caseSensitivity;
}
