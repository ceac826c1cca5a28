using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Base of the attributes that give fields of type <see cref="Tool"/> their value.</summary>
public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    // A tool that is not there is reported where it is required.
    public override bool SuppressWarnings => true;

    public sealed override object GetValue(MemberInfo member, object instance)
    {
        var name = NameOf(member);
        return ToolResolver.TryGetEnvironmentTool(name) ?? Resolve(name);
    }

    /// <summary>What the environment variable <c>NAME_EXE</c> is called after.</summary>
    protected virtual string NameOf(MemberInfo member) => member.Name;

    protected abstract Tool Resolve(string name);
}
