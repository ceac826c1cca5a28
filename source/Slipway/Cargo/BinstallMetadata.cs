using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Cargo;

/// <summary>
/// Where a package says that cargo-binstall finds its programs; null is where it looks anyway.
/// Source: https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md
/// </summary>
/// <param name="Format">Of the archive: <c>tgz</c>, <c>zip</c> and others.</param>
/// <param name="ProgramPath">Of a program in the archive.</param>
/// <param name="Overrides">By target triple, or by <c>cfg(…)</c>.</param>
public sealed record BinstallMetadata(string? Address, string? Format, string? ProgramPath, ImmutableSortedDictionary<string, BinstallMetadata> Overrides)
{
    /// <summary>What counts for a target.</summary>
    public BinstallMetadata For(string triple) => Overrides.GetValueOrDefault(triple) is { } own
        ? this with { Address = own.Address ?? Address, Format = own.Format ?? Format, ProgramPath = own.ProgramPath ?? ProgramPath }
        : this;

    /// <param name="metadata">What cargo tells of <c>[package.metadata]</c>.</param>
    /// <returns>Null when it says nothing of it.</returns>
    internal static BinstallMetadata? Find(JsonElement? metadata) =>
        metadata is { ValueKind: JsonValueKind.Object } table && table.TryGetProperty("binstall", out var said) && said.ValueKind == JsonValueKind.Object ? Read(said) : null;

    private static BinstallMetadata Read(JsonElement said)
    {
        var overrides = ImmutableSortedDictionary.CreateBuilder<string, BinstallMetadata>(StringComparer.Ordinal);
        if (said.TryGetProperty("overrides", out var table) && table.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in table.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object))
                overrides[entry.Name] = Read(entry.Value);
        }

        return new BinstallMetadata(Text("pkg-url"), Text("pkg-fmt"), Text("bin-dir"), overrides.ToImmutable());

        string? Text(string key) => said.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
