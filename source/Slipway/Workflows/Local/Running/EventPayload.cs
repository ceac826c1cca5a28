using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>What GitHub would say of the event, as far as this machine knows it.</summary>
internal static class EventPayload
{
    public static ExpressionValue.Map Create(WorkflowTrigger trigger, RepositoryFacts repository, ExpressionValue.Map inputs)
    {
        var payload = Map(
            ("repository", Map(
                ("default_branch", Text(repository.DefaultBranch)),
                ("full_name", Text(repository.Slug)),
                ("name", Text(repository.Slug.Split('/')[^1])),
                ("owner", Map(("login", Text(repository.Owner)))))),
            ("sender", Map(("login", Text(repository.Owner)))));
        return trigger.Event switch
        {
            "pull_request" or "pull_request_target" => payload.With("action", Text("synchronize")).With("number", ExpressionValue.Of(0)).With("pull_request", Map(
                ("number", ExpressionValue.Of(0)),
                ("draft", ExpressionValue.Of(false)),
                ("head", Map(("ref", Text(trigger.HeadRef)), ("sha", Text(repository.Commit)), ("repo", Map(("full_name", Text(repository.Slug)))))),
                ("base", Map(("ref", Text(trigger.BaseRef)))))),
            "workflow_dispatch" => payload.With("ref", Text(trigger.Ref))
                .With("inputs", ExpressionValue.Of(inputs.Entries.Select(input => KeyValuePair.Create(input.Key, input.Value.AsText)))),
            "push" => payload.With("ref", Text(trigger.Ref)).With("after", Text(repository.Commit))
                .With("head_commit", Map(("id", Text(repository.Commit)))).With("deleted", ExpressionValue.Of(false)),
            _ => payload,
        };
    }

    private static ExpressionValue Text(string text) => ExpressionValue.Of(text);

    private static ExpressionValue.Map Map(params IEnumerable<(string Name, ExpressionValue Value)> entries) =>
        ExpressionValue.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
}
