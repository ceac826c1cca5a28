using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Base of attributes on the build class that generate the configuration of a CI server.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class ConfigurationAttributeBase : Attribute, IConfigurationGenerator
{
    /// <summary>The build the attribute stands on.</summary>
    public INukeBuild Build { get; internal set; } = null!;

    public string DisplayName => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName} ({IdPostfix})";
    public string HostName => HostType.Name;

    /// <summary>What <c>--generate-configuration</c> calls this configuration.</summary>
    public string Id => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName}_{IdPostfix}";

    /// <summary>Tells configurations for the same host apart.</summary>
    public virtual string IdPostfix => null!;

    /// <summary>Whether runs on a desk keep the file up to date.</summary>
    public bool AutoGenerate { get; set; } = true;

    public abstract Type HostType { get; }
    public abstract AbsolutePath ConfigurationFile { get; }
    public abstract IEnumerable<AbsolutePath> GeneratedFiles { get; }

    /// <summary>The targets the server invokes; none means the default targets.</summary>
    public abstract IEnumerable<string> RelevantTargetNames { get; }

    /// <summary>Targets to leave out although others need them.</summary>
    public abstract IEnumerable<string> IrrelevantTargetNames { get; }

    /// <summary>The build script, relative to the root, with slashes.</summary>
    protected virtual string BuildCmdPath => BuildScript.Find(Build.RootDirectory);

    public abstract CustomFileWriter CreateWriter(StreamWriter streamWriter);
    public abstract ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets);

    /// <summary>Writes the file when its content has changed.</summary>
    public void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var configuration = GetConfiguration(GetRelevantTargets([.. executableTargets]));
        using var stream = CreateStream();
        try
        {
            // The same bytes on every system.
            stream.NewLine = "\n";
            var writer = CreateWriter(stream);
            GeneratedHeader.Write(writer, this);
            configuration.Write(writer);
        }
        catch
        {
            (stream as ReplacingWriter)?.Abandon();
            throw;
        }
    }

    public virtual void SerializeState()
    {
    }

    /// <summary>Where the text goes; disposed when it is complete.</summary>
    protected virtual StreamWriter CreateStream() => new ReplacingWriter(ConfigurationFile);

    private List<ExecutableTarget> GetRelevantTargets(List<ExecutableTarget> all)
    {
        var asked = RelevantTargetNames.Select(x => Find(all, x)).ToList();
        if (asked.Count == 0)
            asked = [.. all.Where(x => x.IsDefault)];
        var irrelevant = IrrelevantTargetNames.Select(x => Find(all, x)).ToHashSet();
        return [.. ExecutionPlanner.Create(all, asked).Targets.Select(x => x.Target).Where(x => !irrelevant.Contains(x))];
    }

    private ExecutableTarget Find(List<ExecutableTarget> all, string name)
        => all.FirstOrDefault(x => ParameterNames.Same(x.Name, name))
            ?? throw new BuildUsageException(
                $"{DisplayName}: there is no target '{name}'.{Suggestion.For(name, all.Select(x => x.Name))} Name targets by nameof.");
}
