namespace Slipway.Cargo.Testing;

/// <summary>What tests came to in earlier runs.</summary>
public interface ITestOutcomes
{
    Task AppendAsync(IReadOnlyList<TestOutcomeRecord> outcomes, CancellationToken cancellationToken = default);

    /// <summary>All that was recorded since, in the order in which it was.</summary>
    Task<IReadOnlyList<TestOutcomeRecord>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken = default);
}
