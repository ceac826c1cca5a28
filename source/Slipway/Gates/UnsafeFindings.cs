using Slipway.Analysis.Unsafe;

namespace Slipway.Gates;

/// <summary>What the reports say of <c>unsafe</c>: how much of which kind each crate has.</summary>
internal static class UnsafeFindings
{
    public static IEnumerable<Finding> Of(IEnumerable<UnsafeUse> uses) => uses
        .GroupBy(use => use.Package, StringComparer.Ordinal)
        .OrderBy(crates => crates.Key, StringComparer.Ordinal)
        .Select(crates => new Finding(FindingSeverity.Note, $"{crates.Key} has unsafe code: {string.Join(", ", Kinds(crates))}{Reasons([.. crates])}", Code: AnalysisGate.UnsafeRule));

    public static Finding InDetail(UnsafeUse use, string folder, string root) => new(
        FindingSeverity.Note,
        $"unsafe {Name(use.Kind)}{(use.HasReason ? "" : ", and nobody says why it is sound")}",
        Finding.PathBelow(root, Path.GetFullPath(use.File, folder)),
        use.Line,
        use.Column,
        Code: AnalysisGate.UnsafeRule);

    private static IEnumerable<string> Kinds(IEnumerable<UnsafeUse> uses) => uses
        .GroupBy(use => use.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => Counted.Of(kind.Count(), Name(kind.Key)));

    private static string Reasons(List<UnsafeUse> uses)
    {
        var bare = uses.Where(use => !use.HasReason).ToList();
        return bare.Count == 0 ? "; a comment says why of each" : $"; without a reason: {string.Join(", ", bare.Take(5).Select(use => $"{use.File}:{use.Line}"))}{(bare.Count > 5 ? ", …" : "")}";
    }

    private static string Name(UnsafeKind kind) => kind switch
    {
        UnsafeKind.Block => "block",
        UnsafeKind.Function => "function",
        UnsafeKind.Implementation => "implementation",
        UnsafeKind.Trait => "trait",
        UnsafeKind.ExternBlock => "extern block",
        _ => "attribute",
    };
}
