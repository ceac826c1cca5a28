using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

internal sealed record WorkflowJob(string Id, int Line, YamlNode Node)
{
    public IReadOnlyList<WorkflowStep> Steps { get; } =
        [.. Node.Child("steps").Items().Select(step => new WorkflowStep(step.Line(), step))];

    public IEnumerable<string> WriteScopes =>
        Node.Child("permissions").Entries().Where(scope => scope.Value.Text() == "write").Select(scope => scope.Key);

    public bool HasEnvironment => Node.Child("environment") is not null;

    /// <summary>Whether what it holds or makes reaches others.</summary>
    public bool Publishes => HasEnvironment || WriteScopes.Any(scope => scope is "contents" or "id-token" or "packages");
}

internal sealed record WorkflowStep(int Line, YamlNode Node)
{
    public YamlNode? Run => Node.Child("run");

    public YamlNode? With => Node.Child("with");

    public YamlNode? Uses => Node.Child("uses");

    /// <summary>Without the version: <c>owner/repository</c> or <c>owner/repository/path</c>.</summary>
    public string Action => Uses.Text()?.Split('@')[0] ?? "";
}
