using System.Reflection;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>A parameter that the command line, the environment and parameter files may name.</summary>
/// <param name="Name">The name in a parameter file: prefix and member name.</param>
/// <param name="Member">The member that receives the value; <c>null</c> for the engine's own parameters.</param>
internal sealed record BuildParameter(
    string Name,
    Type Type,
    string? Description,
    MemberInfo? Member = null,
    ParameterAttribute? Attribute = null,
    bool IsListed = true)
{
    public string Option => "--" + DashedName;

    public string DashedName => field ??= ParameterNames.Dashed(Name);

    public string NormalizedName => field ??= ParameterNames.Normalize(Name);

    public bool IsSecret => Member?.IsDefined(typeof(SecretAttribute), inherit: true) == true;

    public bool IsRequired => Member?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;

    public bool IsBuiltIn => Member == null;

    public Type ElementType => field ??= ParameterConverter.ElementType(Type);

    public bool IsList => ElementType != Type && Type != typeof(string);

    public bool IsFlag => (Nullable.GetUnderlyingType(Type) ?? Type) == typeof(bool);

    public IReadOnlyList<string>? GetValueSet(object build)
    {
        try
        {
            var values = Attribute != null ? Attribute.GetValueSet(Member!, build) : ParameterValueSet.OfType(ElementType);
            return values?.Select(x => x.Text).ToList();
        }
        catch (Exception exception) when (exception is not (Execution.BuildUsageException or OutOfMemoryException))
        {
            // Help and completion have less to say, that is all.
            Log.Warning(exception, "The values of {Option} are not known: {Reason:l}", Option, Execution.LogText.Describe(exception));
            return null;
        }
    }

    public static string NameOf(MemberInfo member, ParameterAttribute? attribute)
    {
        var prefix = member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        // An explicit implementation is named after its interface.
        var name = attribute?.Name ?? member.Name[(member.Name.LastIndexOf('.') + 1)..];
        return prefix + name;
    }
}
