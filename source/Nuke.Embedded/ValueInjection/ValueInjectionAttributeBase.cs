using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>Base of the attributes that give fields and properties of a build their values.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The build whose members are injected.</summary>
    public INukeBuild Build { get; internal set; } = null!;

    /// <summary>Higher priorities are injected first.</summary>
    public virtual int Priority => 0;

    /// <summary>Whether a failure to find a value goes unreported.</summary>
    public virtual bool SuppressWarnings => false;

    /// <summary>The value for the member, or <c>null</c> to leave what the initializer set.</summary>
    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>As <see cref="GetValue"/>; a failure becomes a warning and <c>null</c>.</summary>
    public object TryGetValue(MemberInfo member, object instance) => ValueInjector.TryGetValue(this, member, instance)!;

    /// <summary>The value of another member of the build, by name.</summary>
    protected T GetMemberValue<T>(string memberName, object instance)
        => (T)MemberAccess.GetValue(MemberAccess.Find(instance.GetType(), memberName)
            ?? throw new ArgumentException($"{instance.GetType().Name} has no member '{memberName}'."), instance)!;

    /// <summary>As <see cref="GetMemberValue{T}"/>, or the default when no member is named.</summary>
    protected T GetMemberValueOrNull<T>(string? memberName, object instance)
        => memberName == null ? default! : GetMemberValue<T>(memberName, instance);
}
