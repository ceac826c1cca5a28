namespace Slipway.Coverage.Llvm;

/// <summary>Where a count begins to hold in a file, up to the next segment.</summary>
internal readonly record struct Segment(int Line, int Column, long Count, bool HasCount, bool IsRegionEntry, bool IsGap)
{
    public bool StartsRegion => HasCount && IsRegionEntry && !IsGap;
}
