using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

public partial class AbsolutePath
{
    /// <summary>Makes paths from text; one without a root starts at the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object? value) => value switch
        {
            null => null,
            string path when PathConstruction.HasPathRoot(path) => Create(path),
            string path => EnvironmentInfo.WorkingDirectory / path,
            _ => base.ConvertFrom(context, culture, value),
        };
    }
}
