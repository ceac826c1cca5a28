namespace Slipway.Coverage.Llvm;

/// <summary>What llvm-cov says of a file.</summary>
internal sealed record LlvmFile(SortedDictionary<int, long> Lines, Dictionary<CodeSpan, long> Regions, Dictionary<CodeSpan, long> Functions)
{
    public LlvmFile()
        : this([], [], [])
    {
    }
}
