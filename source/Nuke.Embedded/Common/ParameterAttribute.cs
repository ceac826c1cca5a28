using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>A value given on the command line, in the environment or in a parameter file.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string? description = null) : ValueInjectionAttributeBase
{
    /// <summary>One line for <c>--help</c>.</summary>
    public virtual string Description { get; } = description!;

    /// <summary>The name when it is not the member's.</summary>
    public string Name { get; set; } = null!;

    /// <summary>Splits one given value into the elements of a list; the first character counts.</summary>
    public string Separator { get; set; } = null!;

    /// <summary>Whether <c>--help</c> shows it.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>The type that declares <see cref="ValueProviderMember"/>; by default the build class.</summary>
    public Type ValueProviderType { get; set; } = null!;

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> with the values that are allowed.</summary>
    public string ValueProviderMember { get; set; } = null!;

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => ParameterService.Current.GetValue(member)!;

    /// <summary>The values the parameter can have, for help, schema and completion; <c>null</c> when it is open.</summary>
    public virtual IEnumerable<(string Text, object Object)> GetValueSet(MemberInfo member, object instance)
        => ParameterValueSet.Get(this, member, instance)!;
}
