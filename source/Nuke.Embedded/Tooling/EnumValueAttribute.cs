namespace Nuke.Common.Tooling;

/// <summary>What an enum member is written as, when it differs from the member's name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class EnumValueAttribute(string value) : Attribute
{
    public string Value { get; } = value;
}
