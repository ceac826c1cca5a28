namespace Slipway.Analysis.Rules;

/// <summary>What a rule protects.</summary>
public enum AnalysisGroup
{
    Memory,
    Commands,
    Files,
    Network,
    Concurrency,
    Logic,
    Panics,
    Numbers,
}
