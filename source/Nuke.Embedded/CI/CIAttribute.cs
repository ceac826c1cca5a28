using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>The CI server of this run, or nothing when it runs elsewhere.</summary>
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var type = MemberAccess.TypeOf(member);
        if (!typeof(Host).IsAssignableFrom(type) && type != typeof(IBuildServer))
            throw new ArgumentException($"[CI] stands on {member.DeclaringType!.Name}.{member.Name} of type {type.Name}; it needs a host such as GitHubActions, or IBuildServer.");
        return type.IsInstanceOfType(Build.Host) ? Build.Host : null!;
    }
}
