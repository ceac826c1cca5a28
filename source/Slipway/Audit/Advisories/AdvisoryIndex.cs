using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Audit.Locks;

namespace Slipway.Audit.Advisories;

/// <summary>All advisories of a database, by crate.</summary>
/// <param name="Commit">The commit of the database that it was made of.</param>
public sealed record AdvisoryIndex(int Version, string Commit, IReadOnlyList<Advisory> Advisories)
{
    public const int CurrentVersion = 1;

    private ILookup<string, Advisory>? _byPackage;

    /// <summary>The advisories about packages of the lock file; only what comes from crates.io has any.</summary>
    public IEnumerable<AuditHit> Find(LockFile file)
    {
        _byPackage ??= Advisories.ToLookup(advisory => advisory.Package, StringComparer.Ordinal);
        return
            from package in file.Packages
            where package.IsFromCratesIo
            from advisory in _byPackage[package.Name]
            where advisory.Affects(package.Version)
            select new AuditHit(package, advisory.Kind, advisory);
    }

    /// <summary>Reads every advisory below a folder.</summary>
    /// <exception cref="SlipwayException">There is none, or one cannot be read.</exception>
    internal static AdvisoryIndex Read(string folder, string commit)
    {
        var crates = Path.Combine(folder, "crates");
        var advisories = !Directory.Exists(crates) ? [] : Directory.EnumerateFiles(crates, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => AdvisoryReader.Read(File.ReadAllText(path), path))
            .OfType<Advisory>()
            .ToList();
        return advisories.Count > 0 ? new AdvisoryIndex(CurrentVersion, commit, advisories) : throw new SlipwayException(
            ErrorKind.Configuration,
            $"There is no advisory in {folder}.",
            "Name a clone of the RustSec database, with its folder crates: --advisory-db PATH_OR_URL.");
    }

    /// <summary>Null when the text is not a whole index of this commit.</summary>
    internal static AdvisoryIndex? Parse(ReadOnlySpan<byte> text, string commit)
    {
        try
        {
            var index = JsonSerializer.Deserialize(text, AdvisoryJson.Default.AdvisoryIndex);
            return index is { Version: CurrentVersion } && index.Commit == commit && index.Advisories.All(advisory => advisory is not null) ? index : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AdvisoryJson.Default.AdvisoryIndex);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NewLine = "\n")]
[JsonSerializable(typeof(AdvisoryIndex))]
internal sealed partial class AdvisoryJson : JsonSerializerContext;
