namespace Nuke.Common;

/// <summary>The member must have a value in every run.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;

/// <summary>No warning when the member's value cannot be found.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class OptionalAttribute : Attribute;

/// <summary>The value is a secret: masked in every output and announced to the CI host.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;

/// <summary>The value is looked up when a target asks for it, not at start.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class OnDemandAttribute : Attribute;

/// <summary>All values of the class are looked up on demand.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnDemandValueInjectionAttribute : Attribute;

/// <summary>Prefixes the names of all parameters a component declares.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ParameterPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix without the word "Prefix" at its end.</summary>
    public string Prefix { get; } = prefix.EndsWith("Prefix", StringComparison.Ordinal) ? prefix[..^"Prefix".Length] : prefix;
}
