using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values, declared as public static fields of a class that derives from this one.</summary>
public abstract class Enumeration
{
    /// <summary>What the value is written as.</summary>
    protected string Value { get; set; } = null!;

    public static implicit operator string(Enumeration? value) => value?.Value!;

    public static bool operator ==(Enumeration? a, Enumeration? b) => Equals(a, b);

    public static bool operator !=(Enumeration? a, Enumeration? b) => !Equals(a, b);

    public override bool Equals(object? obj) => obj is Enumeration other && other.GetType() == GetType() && other.Value == Value;

    public override int GetHashCode() => HashCode.Combine(GetType(), Value);

    public override string ToString() => Value;

    /// <summary>Finds a value by the name of its field, whatever the case.</summary>
    public class TypeConverter<T> : TypeConverter
        where T : Enumeration
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object? value)
        {
            if (value is not string name)
                return value == null ? null : base.ConvertFrom(context, culture, value);
            var fields = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Where(x => x.FieldType == typeof(T)).ToList();
            return fields.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(null)
                ?? throw new FormatException($"'{name}' is none of {string.Join(", ", fields.Select(x => x.Name).Order(StringComparer.Ordinal))}.");
        }
    }
}
