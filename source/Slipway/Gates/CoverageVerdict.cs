namespace Slipway.Gates;

/// <summary>What one part of the coverage gate says.</summary>
/// <param name="Failure">Why the gate fails; null when this part is good.</param>
internal sealed record CoverageVerdict(string? Failure, IReadOnlyList<Figure> Figures, IReadOnlyList<Finding> Findings);
