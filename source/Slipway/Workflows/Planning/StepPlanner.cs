using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>The steps of a job, in order.</summary>
internal sealed class StepPlanner(
    WorkflowDeclaration workflow,
    ImmutableArray<DispatchInput> inputs,
    PipelineFacts facts,
    IReadOnlyList<Artifact> artifacts,
    ActionUses actions)
{
    private const int RetentionDays = 30;

    // The one target that needs more of Rust than a compiler and its companions.
    private const string CoverageTarget = "Coverage";

    public ImmutableArray<Step> Plan(JobDraft job)
    {
        List<Step> steps = job.ChecksOut ? [CheckOut(job)] : [];
        if (job.RunsTargets)
        {
            if (facts.HasGlobalJson)
                steps.Add(Uses("Set up .NET", "actions/setup-dotnet", new NamedValue("global-json-file", "global.json")));

            // What tells of a failure must not fail for want of a compiler.
            if (!job.Target.IsAssured)
                steps.AddRange(Rust(job));
        }

        steps.AddRange(artifacts.Where(artifact => artifact.IsFor(job)).Select(artifact => Download(artifact, job)));
        steps.AddRange(CapabilitySteps.Before(job, artifacts, actions));
        if (job.RunsTargets)
            steps.Add(Run(job));
        steps.AddRange(CapabilitySteps.After(job, actions));
        steps.AddRange(artifacts.Where(artifact => artifact.Producer == job).Select(Upload));
        return [.. steps];
    }

    private UsesStep CheckOut(JobDraft job)
    {
        var with = new List<NamedValue> { new("persist-credentials", false) };
        if (job.Has(Capability.History))
            with.Insert(0, new("fetch-depth", 0));
        if (inputs.FirstOrDefault(input => input.Parameter == workflow.TagInput) is { } tag)
            with.Add(new("ref", Expression.Input(tag.Name).Or(Expression.Ref)));
        return Uses("Check out", "actions/checkout", [.. with]);
    }

    private IEnumerable<Step> Rust(JobDraft job)
    {
        // rustup is part of all images; an action for it would be one more thing to trust.
        var measures = job.Commands.Contains(CoverageTarget);
        var toolchain = facts.HasToolchainFile ? "" : $" stable --profile minimal --component clippy,rustfmt{(measures ? ",llvm-tools" : "")}";
        var install = new RunStep("Install Rust", $"rustup toolchain install{toolchain} --no-self-update");
        if (facts.HasToolchainFile && measures)
            install = install with { Command = install.Command + " && rustup component add llvm-tools" };
        if (facts.HasToolchainFile && facts.Workspace.Length > 0)
            install = install with { WorkingDirectory = facts.Workspace };
        if (RustTarget(job) is { } triple)
        {
            install = install with
            {
                Command = facts.HasToolchainFile ? install.Command + " && rustup target add \"$RUST_TARGET\"" : install.Command + " --target \"$RUST_TARGET\"",
                Environment = [new("RUST_TARGET", triple)],
            };
        }

        yield return install;
        if (Publishes(job))
            yield break;
        var with = new List<NamedValue> { new("save-if", Expression.IsBranch(facts.DefaultBranch)) };
        if (facts.Workspace.Length > 0)
            with.Add(new("workspaces", facts.Workspace));
        yield return Uses("Restore what cargo has built", "Swatinem/rust-cache", [.. with]);
    }

    // What another run could have put into a cache must not be what is published.
    private bool Publishes(JobDraft job) =>
        workflow.PushTags.Length > 0 || job.Target.Job!.Environment != null || job.Target.Uses.Any(capability => capability.Writes);

    private RunStep Run(JobDraft job) => new(
        $"Run {job.Target.Name}",
        $"{facts.BuildCommand} {string.Join(' ', job.Commands)} --skip")
    {
        Environment = [.. Environment(job).OrderBy(variable => variable.Name, StringComparer.Ordinal)],
    };

    private IEnumerable<NamedValue> Environment(JobDraft job)
    {
        if (RustTarget(job) is { } triple)
            yield return new("RUST_TARGET", triple);
        if (job.IsMatrix)
            yield return new("MATRIX_LEG", Expression.Matrix(MatrixLeg.LegKey));
        if (job.Target.IsAssured && job.Needs.Count > 0)
            yield return new("JOB_RESULTS", Expression.NeedsAsJson);
        if (job.Target.Uses.Any(capability => capability.NeedsToken))
            yield return new("GITHUB_TOKEN", Expression.Token);
        foreach (var input in inputs)
            yield return new(input.Variable, Expression.Input(input.Name));
        foreach (var secret in job.Secrets)
        {
            var value = Expression.Secret(secret.Name);
            yield return new(secret.Name, secret.OnlyOn is { } system && job.IsMatrix ? value.OnlyOn(system) : value);
        }
    }

    private static WorkflowText? RustTarget(JobDraft job)
    {
        if (job.SingleLeg.RustTarget is not { } triple)
            return null;
        return job.IsMatrix ? Expression.Matrix(MatrixLeg.RustTargetKey) : WorkflowText.Of(triple);
    }

    private UsesStep Download(Artifact artifact, JobDraft job)
    {
        // By pattern, nothing found is no error: after a failure there may be nothing.
        var isOne = !artifact.Producer.IsMatrix && !job.Target.IsAssured;
        return Uses(
            $"Download {artifact.BaseName}",
            "actions/download-artifact",
            isOne
                ? [new("name", artifact.BaseName), new("path", PathOf(artifact))]
                : [new("merge-multiple", true), new("path", PathOf(artifact)), new("pattern", artifact.Pattern)]);
    }

    private UsesStep Upload(Artifact artifact)
    {
        var step = Uses(
            $"Upload {artifact.BaseName}",
            "actions/upload-artifact",
            new("if-no-files-found", artifact.IsForAssured ? "warn" : "error"),
            new("name", artifact.Name),
            new("path", string.Join('\n', artifact.Paths)),
            new("retention-days", RetentionDays));
        return artifact.IsForAssured
            ? step with { Condition = Expression.NotCancelled, Comment = "Also after a failure, of which it tells." }
            : step;
    }

    private static string PathOf(Artifact artifact) => artifact.Root.Length == 0 ? "." : artifact.Root;

    private UsesStep Uses(string name, string repository, params NamedValue[] with) => actions.Step(name, repository, null, with);
}
