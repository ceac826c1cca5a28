using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>One part of a target that is split over several runs: part <c>n</c> of <c>m</c>, counted from 1.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    /// <summary>The whole.</summary>
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    public int Part { get; set; } = 1;
    public int Total { get; set; } = 1;

    public bool IsIn(int part) => Part == part;

    /// <summary>The elements of this part: every <see cref="Total"/>th, from <see cref="Part"/> on.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) => enumerable.Where((_, index) => index % Total == Part - 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}/{Total}");

    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            var parts = ((string)value).Split('/');
            return parts.Length == 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var total)
                && part >= 1 && part <= total
                    ? new Partition { Part = part, Total = total }
                    : throw new FormatException($"'{value}' is not a partition; write it as 1/3.");
        }
    }
}
