namespace Slipway.Cargo;

/// <summary>What a machine has of the tools that a pipeline needs.</summary>
/// <param name="HasRustup">Whether rustup manages the Rust toolchains here.</param>
public sealed partial record ToolchainFacts(
    IReadOnlyList<ToolFact> Tools,
    PackageManager Manager,
    bool HasRustup,
    string? RequiredRustVersion,
    TimeSpan Duration)
{
    public IEnumerable<ToolFact> Missing => Tools.Where(tool => !tool.IsFound);

    /// <summary>The version of rustc, such as 1.95.0.</summary>
    public string? RustVersion => Tools.FirstOrDefault(tool => tool.Need.Name == "rustc")?.Version;

    public bool IsTooOld =>
        RequiredRustVersion is not null
        && RustVersion is not null
        && Numbers(RustVersion) < Numbers(RequiredRustVersion);

    // A nightly's "1.97.0-nightly" counts as what it is going to be.
    private static Version Numbers(string version)
    {
        var numbers = version.Split('-', '+')[0].Split('.');
        return System.Version.Parse(string.Join('.', [.. numbers, .. Enumerable.Repeat("0", Math.Max(0, 3 - numbers.Length))]));
    }
}
