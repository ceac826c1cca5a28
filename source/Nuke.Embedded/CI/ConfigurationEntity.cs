using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A node of a generated configuration.</summary>
public abstract class ConfigurationEntity
{
    public abstract void Write(CustomFileWriter writer);
}
