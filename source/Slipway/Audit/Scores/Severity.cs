namespace Slipway.Audit.Scores;

/// <summary>How bad a vulnerability is, in the bands of CVSS.</summary>
public enum Severity
{
    None,
    Low,
    Medium,
    High,
    Critical,
}
