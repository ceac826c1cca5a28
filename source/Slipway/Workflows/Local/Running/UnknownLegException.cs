namespace Slipway.Workflows.Local.Running;

/// <summary>A leg was asked for by a name that none has.</summary>
public sealed class UnknownLegException(string job, string leg, IEnumerable<string> legs) : SlipwayException(
    ErrorKind.Configuration,
    $"The job {job} has no leg {leg}.",
    $"There are {string.Join(", ", legs)}.");
