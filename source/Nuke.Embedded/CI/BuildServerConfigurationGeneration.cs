using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Whether this run writes a configuration instead of running targets.</summary>
public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = "generate-configuration";

    public static bool IsActive
        => ParameterService.Current?.GetBuiltIn<string>(BuiltInParameters.GenerateConfiguration) != null;
}

/// <summary>Base of build extensions that deal with configuration generators.</summary>
public class BuildServerConfigurationGenerationAttributeBase : BuildExtensionAttributeBase
{
    protected static IEnumerable<IConfigurationGenerator> GetGenerators(INukeBuild build) => ConfigurationGeneration.Generators(build);
}
