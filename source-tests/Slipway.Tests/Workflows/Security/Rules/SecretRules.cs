using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>A secret is seen by one step, in a job that somebody has let start.</summary>
internal static class SecretRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("pull-request-secret", file => file.StartsOnPullRequests
            ? Readers(file).Where(one => one.Secret != Expressions.RunToken)
                .Select(one => new Place(one.Line, $"{one.Secret} can be reached from a pull request."))
            : []),
        new("misplaced-secret", file => Readers(file).Where(one => !IsAtHome(one.Path, file))
            .Select(one => new Place(one.Line, $"{one.Secret} stands in {string.Join('.', one.Path)}; it belongs into the env of the step that needs it."))),
        new("overprovisioned-secrets", file => file.Root.Texts()
            .Where(text => Expressions.TakesAllSecrets(text.Node.Value))
            .Select(text => new Place(text.Node.Line(), "All secrets at once, or one that is chosen while the job runs; name the one that is needed."))),
        new("secrets-inherit", file => file.Jobs.Select(job => job.Node.Child("secrets")).OfType<YamlScalarNode>()
            .Select(node => new Place(node.Line(), "secrets: inherit hands over every secret there is."))),
        // The token of the run is not asked for: it dies with the job, and permissions say what it may. There is no other exception:
        // a secret that needs no reviewer still gains an environment's limits to branches and tags.
        new("secrets-outside-env", file =>
            from job in file.Jobs
            where !job.HasEnvironment
            from text in job.Node.Texts()
            from secret in Expressions.SecretsIn(text.Node.Value).Distinct()
            where secret != Expressions.RunToken
            select new Place(text.Node.Line(), $"The job {job.Id} reads {secret} and stands in no environment.")),
        new("hardcoded-container-credentials", file => file.Root.Texts()
            .Where(text => text.Path is [.., "credentials", "password"] && !Expressions.SecretsIn(text.Node.Value).Any())
            .Select(text => new Place(text.Node.Line(), "A password stands in the file."))),
    ];

    private static IEnumerable<(string Secret, IReadOnlyList<string> Path, int Line)> Readers(WorkflowFile file) =>
        from text in file.Root.Texts()
        from secret in Expressions.SecretsIn(text.Node.Value).Distinct()
        select (secret, text.Path, text.Node.Line());

    // Actions of GitHub itself take tokens as inputs; they are not a third party to what GitHub has handed out.
    private static bool IsAtHome(IReadOnlyList<string> path, WorkflowFile file) => path switch
    {
        ["jobs", _, "steps", "env", _] => true,
        ["jobs", _, ("container" or "services"), .., "credentials", "password"] => true,
        ["jobs", var id, "steps", "with", var input] => file.Jobs.Single(job => job.Id == id).Steps
            .Where(step => Expressions.SecretsIn(step.With.Child(input).Text()).Any())
            .All(step => step.Action.Split('/')[0] is "actions" or "github"),
        _ => false,
    };
}
