namespace Slipway.Benchmarks;

/// <summary>The instructions that one iteration executes at the base and at the head.</summary>
public sealed record InstructionCount(double Before, double After)
{
    public double Ratio => After / Before;
}
