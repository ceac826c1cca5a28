using System.Globalization;
using System.Runtime.InteropServices;

namespace Slipway.Base;

/// <summary>Machines whose times can be compared.</summary>
/// <param name="Processor">The model, as the system names it.</param>
/// <param name="Cores">How many of them this process may use.</param>
public sealed record MachineClass(string System, string Architecture, string Processor, int Cores)
{
    private static readonly Lazy<MachineClass> Own = new(() => new MachineClass(
        SystemName(),
        RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
        ProcessorName(),
        Environment.ProcessorCount));

    /// <summary>That of the machine this runs on.</summary>
    public static MachineClass Current => Own.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{System} {Architecture}, {Processor}, {Cores} cores");

    /// <summary>The model in what Linux tells of its processors; Arm's have numbers instead of a name.</summary>
    internal static string ProcessorIn(IEnumerable<string> lines)
    {
        var fields = lines.TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(field => field.Length == 2)
            .ToLookup(field => field[0], field => field[1], StringComparer.Ordinal);
        var name = fields["model name"].FirstOrDefault()
            ?? string.Join(' ', fields["CPU implementer"].Take(1).Concat(fields["CPU part"].Take(1)));
        return name.Length > 0 ? name : "unknown";
    }

    private static string SystemName() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsLinux() ? "linux" : "other";

    private static string ProcessorName()
    {
        const string Told = "/proc/cpuinfo";
        if (File.Exists(Told))
            return ProcessorIn(File.ReadLines(Told));
        // Of Apple's processors the architecture and the number of cores say enough.
        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") is { Length: > 0 } name ? name : "unknown";
    }
}
