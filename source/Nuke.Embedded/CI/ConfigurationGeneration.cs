using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Finds and runs the configuration generators of a build.</summary>
internal static class ConfigurationGeneration
{
    /// <summary>The generators that stand as attributes on the build class.</summary>
    public static IReadOnlyList<IConfigurationGenerator> Generators(INukeBuild build)
    {
        var generators = build.GetType().GetCustomAttributes(inherit: true).OfType<IConfigurationGenerator>().ToList();
        foreach (var generator in generators.OfType<ConfigurationAttributeBase>())
            generator.Build = build;
        return generators;
    }

    /// <summary><c>--generate-configuration ID</c>.</summary>
    public static int Generate(NukeBuild build, string id)
    {
        var generators = Generators(build);
        var generator = generators.FirstOrDefault(x => x.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new BuildUsageException(
                $"--generate-configuration {id}: there is no such configuration.{Suggestion.For(id, generators.Select(x => x.Id))} "
                + (generators.Count == 0 ? "The build class carries no attribute that generates one." : $"There are: {string.Join(", ", generators.Select(x => x.Id))}."));
        try
        {
            generator.Generate(build.Targets);
        }
        catch (Exception exception) when (exception is not (BuildUsageException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // What cannot be generated is declared wrongly.
            throw new BuildUsageException(LogText.Describe(exception), exception);
        }

        return 0;
    }
}
