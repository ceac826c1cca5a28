namespace Slipway.Coverage;

/// <summary>Something that measures which code the tests execute.</summary>
public interface ICoverageTool
{
    /// <summary>Its name and version.</summary>
    string Title { get; }

    /// <exception cref="SlipwayException">The code does not compile, or the tool fails.</exception>
    Task<CoverageData> MeasureAsync(CoverageRequest request, CancellationToken cancellationToken = default);
}
