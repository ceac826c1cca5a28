namespace Slipway.Analysis;

/// <summary>How much a finding matters.</summary>
public enum AnalysisLevel
{
    /// <summary>Not looked for.</summary>
    Off,

    /// <summary>Counted and listed.</summary>
    Note,

    /// <summary>Fails when it is new.</summary>
    Warning,

    /// <summary>Fails when it is new, and also where nobody can say what is new.</summary>
    Error,
}
