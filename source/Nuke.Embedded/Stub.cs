// Stands in for types that Tooling and CI bring; whoever brings one deletes it here.
#pragma warning disable
namespace Nuke.Common.Tooling
{
    public delegate T Configure<T>(T options);
    public delegate void Tool();
    public interface IRequireTool; public interface IRequireToolWithVersion : IRequireTool;
    public class ToolRequirement; static class ToolRequirements { public static ToolRequirement[] Get(System.Type t, string? v) => []; }
    public abstract class Enumeration { protected string Value { get; set; } = null!; }
    static class ProcessRegistry { public static void KillAll() { } public static void Reopen() { } }
}
namespace Nuke.Common.CI.GitHubActions { public class GitHubActions : Host { internal static GitHubActions Create() => new(); } }
namespace Nuke.Common.CI { abstract class ConfigurationAttributeBase : System.Attribute, IConfigurationGenerator { public INukeBuild Build; public string Id => ""; public string DisplayName => ""; public string HostName => ""; public bool AutoGenerate => true; public System.Type HostType => null; public System.Collections.Generic.IEnumerable<Nuke.Common.IO.AbsolutePath> GeneratedFiles => []; public void Generate(System.Collections.Generic.IReadOnlyCollection<Nuke.Common.Execution.ExecutableTarget> x) { } public void SerializeState() { } } }
