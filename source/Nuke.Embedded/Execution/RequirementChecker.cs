using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Checks, before the first target runs, that everything the run requires is there.</summary>
internal static class RequirementChecker
{
    public static IReadOnlyList<string> Check(INukeBuild build, IEnumerable<ExecutableTarget> scheduled)
    {
        var problems = new List<string>();
        foreach (var attribute in ToolAttributes(build.GetType()))
            problems.AddRange(attribute.Requirements.Select(x => x.Problem).OfType<string>().Select(x => "The build requires a tool: " + x));
        foreach (var target in scheduled)
        {
            problems.AddRange(target.ToolRequirements.Select(x => x.Problem).OfType<string>().Select(x => $"Target '{target.Name}' requires a tool: {x}"));
            problems.AddRange(target.DelegateRequirements
                .Select(x => Check(build, target.Name, x))
                .OfType<string>());
        }

        var required = MemberAccess.OfClass(build.GetType()).Concat(MemberAccess.OfInterfaces(build.GetType()))
            .Where(x => x.IsDefined(typeof(RequiredAttribute), inherit: true));
        problems.AddRange(required
            .Where(x => IsMissing(MemberAccess.GetValue(x, build)) && !Prompt(build, x))
            .Select(x => $"The build requires {Describe(x)}."));
        return [.. problems.Distinct()];
    }

    private static string? CheckValue(INukeBuild build, string target, LambdaExpression requirement)
    {
        var member = MemberAccess.OfExpression(requirement);
        InjectOnDemand(build, member);
        if (!IsMissing(MemberAccess.Evaluate(requirement.Body)) || Prompt(build, member))
            return null;
        return $"Target '{target}' requires {Describe(member)}.";
    }

    private static string? Check(INukeBuild build, string target, LambdaExpression requirement)
    {
        try
        {
            return requirement.ReturnType == typeof(bool)
                ? CheckCondition(target, requirement.Body)
                : CheckValue(build, target, requirement);
        }
        catch (Exception exception) when (LogText.Innermost(exception) is not BuildUsageException)
        {
            Log.Verbose(exception, "A requirement of {Target} failed", target);
            return $"Target '{target}' requires {RequirementText.Of(requirement.Body)}, which failed: {LogText.Describe(exception)}";
        }
    }

    private static string? CheckCondition(string target, Expression condition)
        => MemberAccess.Evaluate(condition) is true ? null : $"Target '{target}' requires {RequirementText.Of(condition)}, which does not hold.";

    // Interfaces do not inherit attributes, but components mean them for the build.
    private static IEnumerable<IToolRequirementAttribute> ToolAttributes(Type type)
        => type.GetInterfaces().Append(type).SelectMany(x => x.GetCustomAttributes(inherit: true)).OfType<IToolRequirementAttribute>();

    private static void InjectOnDemand(INukeBuild build, MemberInfo member)
    {
        var onDemand = member.IsDefined(typeof(OnDemandAttribute), inherit: true)
            || build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);
        if (onDemand
            && member.GetCustomAttribute<ValueInjectionAttributeBase>(inherit: true) is { } attribute
            && ValueInjector.TryGetValue(attribute, member, build) is { } value)
            MemberAccess.SetValue(member, build, value);
    }

    private static bool IsMissing(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private static bool Prompt(INukeBuild build, MemberInfo member)
    {
        if (!ConsolePrompt.IsPossible || !member.IsDefined(typeof(ParameterAttribute), inherit: true))
            return false;
        if (ConsolePrompt.Ask(BuildParameters.Of(member), build) is not { } value)
            return false;
        ParameterService.Current.Remember(member, value);
        if (member is FieldInfo or PropertyInfo { SetMethod: not null })
            MemberAccess.SetValue(member, build, value);
        return true;
    }

    private static string Describe(MemberInfo member)
    {
        if (!member.IsDefined(typeof(ParameterAttribute), inherit: true))
        {
            return MemberAccess.TypeOf(member) == typeof(Tool)
                ? $"the tool '{ParameterNames.Dashed(member.Name)}', which is not on the PATH"
                : $"a value for {member.DeclaringType!.Name}.{member.Name}, and none was found";
        }

        var parameter = BuildParameters.Of(member);
        var variable = parameter.DashedName.Replace('-', '_').ToUpperInvariant();
        return parameter.IsSecret
            ? $"the secret '{parameter.Name}': set the environment variable {variable}"
            : $"a value for {parameter.Option} (or the environment variable {variable}, or \"{parameter.Name}\" in .nuke/parameters.json)";
    }
}
