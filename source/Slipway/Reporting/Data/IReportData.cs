namespace Slipway.Reporting.Data;

internal interface IReportData
{
    /// <summary>Grows when a reader has to know; additions do not count.</summary>
    int Version { get; }
}
