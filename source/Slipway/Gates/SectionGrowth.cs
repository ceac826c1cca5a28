using Slipway.Cargo.Binaries;

namespace Slipway.Gates;

/// <summary>Where a program grew.</summary>
internal static class SectionGrowth
{
    private const int MostSections = 4;

    /// <summary>How much more each section takes, the one that grew most first; those that did not grow are left out.</summary>
    public static IReadOnlyList<BinarySection> Between(ProgramSize before, ProgramSize after)
    {
        var sizes = before.Sections.ToDictionary(section => section.Name, section => section.Size, StringComparer.Ordinal);
        return
        [
            .. after.Sections
                .Select(section => section with { Size = section.Size - sizes.GetValueOrDefault(section.Name) })
                .Where(section => section.Size > 0)
                .OrderByDescending(section => section.Size)
                .ThenBy(section => section.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>"; by section: .rodata 6 MB, .text 1.2 kB".</summary>
    public static string Describe(IReadOnlyList<BinarySection> grown)
    {
        if (grown.Count == 0)
            return "; its section table does not say where";
        var rest = grown.Skip(MostSections).Sum(section => section.Size);
        var parts = grown.Take(MostSections).Select(section => $"{section.Name} {ByteText.Of(section.Size)}");
        return $"; by section: {string.Join(", ", parts)}{(rest > 0 ? $", others {ByteText.Of(rest)}" : "")}";
    }
}
