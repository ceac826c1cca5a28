using System.Globalization;
using Slipway.Cargo.Binaries;

namespace Slipway.Gates;

/// <summary>How a program that grew too much is mended, by what its largest growth holds.</summary>
internal static class SizeAdvice
{
    /// <param name="option">The option with the limit; null when only the build class sets it.</param>
    /// <param name="value">What the limit would have to allow.</param>
    public static string For(IReadOnlyList<BinarySection> grown, string? option, double value)
    {
        var member = option switch
        {
            null => "MaxBinarySize",
            "--binary-size-percent" => "MaxBinarySizePercent",
            _ => "MaxBinarySizeGrowth",
        };
        var enough = Math.Ceiling(value).ToString(CultureInfo.InvariantCulture);
        var raise = option is null
            ? $"`{member} => {enough}` in the build class"
            : $"`{option} {enough}`, or `{member} => {enough}` in the build class";
        return $"{LookAt(grown)} When it is worth it, raise the limit: {raise}.";
    }

    private static string LookAt(IReadOnlyList<BinarySection> grown)
    {
        var name = grown.Count == 0 ? "" : grown.MaxBy(section => section.Size)!.Name;
        // "__TEXT,__const" is the section __const of the segment __TEXT.
        return name[(name.IndexOf(',', StringComparison.Ordinal) + 1)..] switch
        {
            ".rodata" or ".rdata" or "__const" or "__cstring" =>
                "Look for constant data that came in: include_bytes!, include_str!, large statics and tables.",
            ".text" or "__text" =>
                "Look for code that came in: new dependencies and features (`cargo tree --edges normal`), generics over many types.",
            ".data" or ".data.rel.ro" or "__data" or ".rela.dyn" =>
                "Look for statics that came in: mutable ones, and tables of references.",
            ".eh_frame" or ".eh_frame_hdr" or ".gcc_except_table" or "__eh_frame" or "__unwind_info" or ".pdata" or ".xdata" =>
                "Unwinding tables grew: see `panic` in [profile.release], and what brought the code.",
            var symbols when symbols.StartsWith(".debug", StringComparison.Ordinal) || symbols is ".symtab" or ".strtab" or "__LINKEDIT" =>
                "Symbols or debug information came in: see `strip` and `debug` in [profile.release].",
            _ => "Look at what the change brings: data, dependencies, features, and [profile.release].",
        };
    }
}
