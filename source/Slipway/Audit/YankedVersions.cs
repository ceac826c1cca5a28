using System.Text;
using System.Text.Json;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Versions;

namespace Slipway.Audit;

/// <summary>Which versions their authors have taken back, as the registry told cargo when it last asked.</summary>
/// <param name="home">Cargo's home folder.</param>
public sealed class YankedVersions(string home)
{
    /// <summary>Those of a lock file, and how many packages cargo knows nothing of.</summary>
    public (IReadOnlyList<AuditHit> Hits, int Unknown) Find(LockFile file)
    {
        var folders = Folders().ToList();
        var packages = file.Packages.Where(package => package.IsFromCratesIo).ToList();
        var known = packages.Select(package => (Package: package, IsYanked: IsYanked(folders, package))).ToList();
        return ([.. known.Where(x => x.IsYanked == true).Select(x => new AuditHit(x.Package, AdvisoryKind.Yanked, null))], known.Count(x => x.IsYanked is null));
    }

    private IEnumerable<string> Folders()
    {
        var index = Path.Combine(home, "registry", "index");
        return Directory.Exists(index)
            ? Directory.GetDirectories(index, "index.crates.io-*").Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, ".cache"))
            : [];
    }

    private static bool? IsYanked(List<string> folders, LockPackage package)
    {
        var path = folders.Select(folder => Path.Combine(folder, PlaceOf(package.Name))).FirstOrDefault(File.Exists);
        if (path is null)
            return null;
        // Versions and what is known of them, with a zero after each.
        foreach (var part in Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\0').Where(part => part.StartsWith('{')))
        {
            try
            {
                using var json = JsonDocument.Parse(part);
                if (json.RootElement.TryGetProperty("vers", out var version) && CrateVersion.TryParse(version.GetString(), out var read) && read == package.Version
                    && json.RootElement.TryGetProperty("yanked", out var yanked))
                    return yanked.ValueKind == JsonValueKind.True;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return null;
            }
        }

        return null;
    }

    private static string PlaceOf(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.Length switch
        {
            < 3 => Path.Combine($"{lower.Length}", lower),
            3 => Path.Combine("3", lower[..1], lower),
            _ => Path.Combine(lower[..2], lower[2..4], lower),
        };
    }
}
