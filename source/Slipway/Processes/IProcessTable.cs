namespace Slipway.Processes;

internal interface IProcessTable
{
    /// <summary>The living processes (no zombies), and whether their environment has the marker.</summary>
    Task<IReadOnlyList<ProcessEntry>> ReadAsync(string marker);
}
