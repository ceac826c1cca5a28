using Slipway.Manifest;

namespace Slipway.Packaging;

/// <summary>Nothing that is unsigned, without a checksum, or in no list can be part of a release.</summary>
public static class ClosedWorld
{
    /// <summary>What is wrong with a release's folder; empty when all that is there belongs, and all that belongs is there.</summary>
    /// <param name="files">Names of the files in the folder.</param>
    /// <param name="digests">What <see cref="ChecksumFile"/> says.</param>
    /// <param name="mustSign">Whether a release without a signature is incomplete.</param>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<Asset> assets,
        IReadOnlyCollection<string> files,
        IReadOnlyDictionary<string, string> digests,
        bool mustSign)
    {
        var problems = new List<string>();
        var names = assets.Select(asset => asset.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(assets.GroupBy(asset => asset.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{group.Key} is in the manifest twice"));
        problems.AddRange(files.Where(file => !names.Contains(file)).Select(file => $"{file} is in no list"));
        problems.AddRange(names.Where(name => !files.Contains(name)).Select(name => $"{name} is missing"));
        foreach (var asset in assets.Where(NeedsChecksum))
        {
            if (!digests.TryGetValue(asset.Name, out var digest))
                problems.Add($"{asset.Name} has no checksum");
            else if (digest != asset.Sha256)
                problems.Add($"{asset.Name} is not what its checksum says");
            if (!names.Contains(asset.Name + ChecksumFile.Extension))
                problems.Add($"{asset.Name}{ChecksumFile.Extension} is missing");
        }

        problems.AddRange(digests.Keys.Where(name => !names.Contains(name)).Select(name => $"{ChecksumFile.Name} names {name}, which is not there"));
        if (!assets.Any(asset => asset.Kind == AssetKind.Archive))
            problems.Add("there is no archive");
        if (!assets.Any(asset => asset.Kind == AssetKind.Checksums))
            problems.Add($"{ChecksumFile.Name} is missing");
        if (mustSign && !assets.Any(asset => asset.Kind == AssetKind.Signature))
            problems.Add($"{ChecksumFile.Name} is not signed");
        return [.. problems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    internal static bool NeedsChecksum(Asset asset) => asset.Kind is AssetKind.Archive or AssetKind.Sbom;
}
