namespace Slipway.Audit.Locks;

/// <summary>What <c>Cargo.lock</c> says, in its order.</summary>
/// <param name="Path">What errors call it.</param>
public sealed record LockFile(string Path, IReadOnlyList<LockPackage> Packages)
{
    public const string Name = "Cargo.lock";

    public IEnumerable<LockPackage> ThirdParty => Packages.Where(package => package.IsThirdParty);

    /// <exception cref="SlipwayException">It is no lock file.</exception>
    public static LockFile Parse(string text, string path) => LockReader.Read(text, path);

    public static async Task<LockFile> LoadAsync(string path, CancellationToken cancellationToken = default) =>
        Parse(await File.ReadAllTextAsync(path, cancellationToken), path);
}
