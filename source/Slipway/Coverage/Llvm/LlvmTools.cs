using System.Globalization;

namespace Slipway.Coverage.Llvm;

/// <summary>LLVM's <c>llvm-profdata</c> and <c>llvm-cov</c>, of one version.</summary>
/// <param name="Version">The version's first number.</param>
/// <param name="Origin">Where they come from.</param>
internal sealed record LlvmTools(string ProfData, string Cov, int Version, string Origin)
{
    /// <summary>Since this version the format of profiles has stayed the same.</summary>
    public const int Oldest = 19;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LLVM tools {Version} ({Origin})");

    /// <summary>Those of the compiler's own version, or else the nearest that read what its programs write.</summary>
    public static LlvmTools? Choose(IEnumerable<LlvmTools> candidates, int compiler) => candidates
        .Where(tools => tools.Version == compiler || tools.Version >= Oldest && compiler >= Oldest)
        .OrderBy(tools => Math.Abs(tools.Version - compiler))
        .ThenByDescending(tools => tools.Version)
        .FirstOrDefault();
}
