using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>Finds the parameters of a build class and its components.</summary>
internal static class BuildParameters
{
    /// <summary>All parameters, the class's first, then the components', then the engine's.</summary>
    public static IReadOnlyList<BuildParameter> Of(Type buildType)
    {
        var own = MemberAccess.OfClass(buildType).Concat(MemberAccess.OfInterfaces(buildType))
            .Where(x => x.IsDefined(typeof(ParameterAttribute), inherit: true))
            .Select(Of)
            // A class member that implements a component's parameter stands for it.
            .DistinctBy(x => x.NormalizedName)
            .ToList();
        return [.. own, .. BuiltInParameters.All.Where(x => own.All(y => y.NormalizedName != x.NormalizedName))];
    }

    public static BuildParameter Of(MemberInfo member)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>(inherit: true);
        return new BuildParameter(
            BuildParameter.NameOf(member, attribute),
            MemberAccess.TypeOf(member),
            attribute?.Description?.TrimEnd('.'),
            member,
            attribute,
            attribute?.List ?? true);
    }
}
