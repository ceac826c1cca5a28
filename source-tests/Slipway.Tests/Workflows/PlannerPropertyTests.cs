using System.Collections.Immutable;
using CsCheck;
using Slipway.Workflows;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows;

/// <summary>What holds for any targets, up to 200 of them.</summary>
public class PlannerPropertyTests
{
    private const int Most = 200;

    private static readonly Gen<IReadOnlyList<TargetFacts>> Targets =
        from count in Gen.Int[1, Most]
        from seed in Gen.Int[0, int.MaxValue]
        select Build(count, new Random(seed));

    [Fact]
    public void Needs_are_exactly_what_jobs_reach_along_dependencies() => Sample((targets, workflow) =>
    {
        var byName = targets.ToDictionary(target => target.Name);
        var jobs = workflow.Jobs.ToDictionary(job => job.Target);
        foreach (var job in workflow.Jobs)
        {
            var expected = Reach(job.Target, name => byName[name].DependsOn).Where(jobs.ContainsKey).Order();
            var actual = Reach(job.Target, name => jobs[name].Needs.Select(id => workflow.Jobs.Single(other => other.Id == id).Target)).Order();
            actual.ShouldBe(expected);
        }
    });

    [Fact]
    public void A_secret_reaches_only_the_jobs_that_require_it() => Sample((targets, workflow) =>
    {
        var byName = targets.ToDictionary(target => target.Name);
        foreach (var job in workflow.Jobs)
        {
            var own = Reach(job.Target, name => byName[name].DependsOn.Where(next => byName[next].Job == null)).Append(job.Target);
            var expected = own.SelectMany(name => byName[name].Secrets).Distinct().Order(StringComparer.Ordinal).ToList();

            job.Secrets.ShouldBe(expected);
            job.Steps.SelectMany(Secrets).ShouldBe(expected);
        }
    });

    [Fact]
    public void Artifact_names_are_unique_in_a_workflow() => Sample((_, workflow) =>
    {
        var names = workflow.Jobs.SelectMany(job => job.Uses("actions/upload-artifact").SelectMany(step => job.Matrix.IsEmpty
            ? [step.Input("name")]
            : job.Matrix.Select(leg => step.Input("name").Replace(Expression.Matrix("leg").ToString(), leg.Leg, StringComparison.Ordinal))));

        names.ShouldBeUnique();
    });

    [Fact]
    public void Every_download_finds_what_an_earlier_job_uploads() => Sample((_, workflow) =>
    {
        foreach (var job in workflow.Jobs)
        {
            var earlier = Reach(job.Id, id => workflow.Job(id).Needs).Select(workflow.Job).ToList();
            foreach (var download in job.Uses("actions/download-artifact"))
            {
                var name = download.Inputs.Single(input => input.Name is "name" or "pattern").Value.Value;
                var uploads = earlier.SelectMany(other => other.Uses("actions/upload-artifact"));
                uploads.Count(upload => upload.Input("name").Replace(Expression.Matrix("leg").ToString(), "*", StringComparison.Ordinal) == name).ShouldBe(1);
            }
        }
    });

    [Fact]
    public void Every_target_that_is_needed_is_run_by_a_job() => Sample((targets, workflow) =>
    {
        var byName = targets.ToDictionary(target => target.Name);
        var needed = Entries(targets).SelectMany(entry => Reach(entry, name => byName[name].DependsOn).Append(entry)).Distinct().Order();
        var run = workflow.Jobs.SelectMany(job => job.Command().Split(' ')[1..^1]).Distinct().Order();

        run.ShouldBe(needed);
    });

    [Fact]
    public void The_same_targets_give_the_same_bytes() => Sample((targets, workflow) =>
    {
        var yaml = WorkflowYaml.Render(workflow);

        WorkflowYaml.Render(Planned.Plan(Planned.OnPush(Entries(targets)), [.. targets]).Workflows.Single()).ShouldBe(yaml);
        using var reader = new StringReader(yaml);
        var stream = new YamlStream();
        stream.Load(reader);
        ((YamlMappingNode)stream.Documents.Single().RootNode["jobs"]).Children.Count.ShouldBe(workflow.Jobs.Length);
    });

    private static void Sample(Action<IReadOnlyList<TargetFacts>, Workflow> check) => Targets.Sample(
        targets =>
        {
            var plan = Planned.Plan(Planned.OnPush(Entries(targets)), [.. targets]);
            plan.Errors.ShouldBeEmpty();
            check(targets, plan.Workflows.Single());
        },
        iter: 50,
        threads: 1);

    // Everything, so that nothing is left out for want of an entry.
    private static string[] Entries(IReadOnlyList<TargetFacts> targets) => [.. targets.Where(target => target.Job != null).Select(target => target.Name)];

    private static IReadOnlyList<TargetFacts> Build(int count, Random random)
    {
        var targets = new List<TargetFacts>(count);
        for (var index = 0; index < count; index++)
        {
            var isJob = index == count - 1 || random.Next(3) == 0;
            var dependsOn = targets.Where(_ => random.NextDouble() < 3.0 / count).Select(target => target.Name).ToImmutableArray();
            // What several jobs run has no one place where its products come from.
            var consumable = targets.Where(target => target.Job != null && target.Products.Length > 0 && dependsOn.Contains(target.Name)).Select(target => target.Name);
            targets.Add(new TargetFacts($"T{index}")
            {
                DependsOn = dependsOn,
                Job = isJob ? new JobDeclaration() : null,
                IsAssured = isJob && random.Next(10) == 0,
                RunsOn = isJob && random.Next(3) == 0 ? [new(Runner.Ubuntu2404), new(Runner.MacOs15)] : [],
                Products = random.Next(2) == 0 ? [$"out/{index}/*"] : [],
                Consumes = [.. consumable.Where(_ => random.Next(2) == 0).Select(name => new Consumption(name, []))],
                Secrets = random.Next(4) == 0 ? [$"S{random.Next(20)}"] : [],
            });
        }

        return targets;
    }

    private static HashSet<string> Reach(string start, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(next(start));
        while (queue.TryDequeue(out var name))
        {
            if (seen.Add(name))
                next(name).ToList().ForEach(queue.Enqueue);
        }

        return seen;
    }

    private static IEnumerable<string> Secrets(Step step) => step.Environment
        .Concat(step is UsesStep uses ? uses.Inputs : [])
        .Where(value => value.Value.Value.Contains("secrets.", StringComparison.Ordinal))
        .Select(value => value.Name);
}
