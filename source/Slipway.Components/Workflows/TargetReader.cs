using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>NUKE's targets and their attributes → what the workflow planner has to know.</summary>
internal static class TargetReader
{
    public static IReadOnlyList<TargetFacts> Read(INukeBuild build, IEnumerable<ExecutableTarget> targets) =>
        [.. targets.Select(target => Read(build, target)).OrderBy(target => target.Name, StringComparer.Ordinal)];

    private static TargetFacts Read(INukeBuild build, ExecutableTarget target)
    {
        var attributes = TargetMembers.Attributes(build.GetType(), target.Name);
        return new TargetFacts(target.Name)
        {
            HasActions = target.Actions.Count > 0,
            DependsOn = [.. Names(target.ExecutionDependencies.Concat(target.TriggerDependencies))],
            After = [.. Names(target.OrderDependencies)],
            Triggers = [.. Names(target.Triggers)],
            IsAssured = target.AssuredAfterFailure,
            Products = [.. target.ArtifactProducts.Select(product => Relative(build, product))],
            Consumes = [.. target.ArtifactDependencies.Select(group => new Consumption(group.Key.Name, [.. group.Select(pattern => Relative(build, pattern))]))],
            Secrets = [.. target.DelegateRequirements.SelectMany(SecretFinder.In).Distinct().Order(StringComparer.Ordinal)],
            Job = attributes.OfType<JobAttribute>().Select(x => new JobDeclaration(x.Id, x.Environment, x.TimeoutMinutes, x.OnFailure)).FirstOrDefault(),
            RunsOn = [.. attributes.OfType<RunsOnAttribute>().Select(x => new RunnerDeclaration(x.Runner, x.RustTarget))],
            Uses = [.. attributes.OfType<UsesAttribute>().Select(x => CapabilityFacts.Of(x.Capability))],
            OnlyOn = attributes.OfType<OnlyOnAttribute>().FirstOrDefault()?.System,
        };
    }

    private static IEnumerable<string> Names(IEnumerable<ExecutableTarget> targets) =>
        targets.Select(target => target.Name).Distinct().Order(StringComparer.Ordinal);

    // Not by the file system: patterns are no paths, and what is outside stays visible as such.
    private static string Relative(INukeBuild build, string pattern)
    {
        var path = pattern.Replace('\\', '/');
        var root = build.RootDirectory.ToString().Replace('\\', '/').TrimEnd('/') + "/";
        return path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
    }

    /// <summary>The secret parameters in the condition of <c>Requires</c>.</summary>
    private sealed class SecretFinder : ExpressionVisitor
    {
        private readonly List<string> _names = [];

        public static IEnumerable<string> In(LambdaExpression requirement)
        {
            var finder = new SecretFinder();
            finder.Visit(requirement.Body);
            return finder._names;
        }

        protected override System.Linq.Expressions.Expression VisitMember(MemberExpression node)
        {
            if (node.Member.IsDefined(typeof(SecretAttribute)))
                _names.Add(ParameterReader.NameOf(node.Member));
            return base.VisitMember(node);
        }
    }
}
