namespace Slipway.Reporting.Data;

/// <summary>A program and what it consists of, as <c>sizes.json</c> has it.</summary>
/// <param name="Base">Its size at the base; null when it is new.</param>
public sealed record ProgramSections(string Name, long Size, long? Base, IReadOnlyList<SectionSize> Sections);

/// <param name="Base">The section's size at the base; null when the program is new.</param>
public sealed record SectionSize(string Name, long Size, long? Base = null);
