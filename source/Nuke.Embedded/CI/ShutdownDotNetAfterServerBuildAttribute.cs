using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Carried by NUKE's templates. Without effect: this engine leaves no compiler servers behind.</summary>
public class ShutdownDotNetAfterServerBuildAttribute : BuildExtensionAttributeBase
{
    public override float Priority { get; set; } = -50;

    public bool EnableLogging { get; set; }
}
