namespace Slipway.Cargo.Testing;

internal static class PackageVariables
{
    /// <summary>The variables by which cargo tells a program about its package.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(CargoPackage package)
    {
        var (info, version) = (package.Info, package.Version.Split('+')[0]);
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? version : version[..dash]).Split('.');
        return
        [
            new("CARGO_MANIFEST_DIR", package.Folder),
            new("CARGO_MANIFEST_PATH", package.ManifestPath),
            new("CARGO_PKG_NAME", package.Name),
            new("CARGO_PKG_VERSION", package.Version),
            new("CARGO_PKG_VERSION_MAJOR", numbers[0]),
            new("CARGO_PKG_VERSION_MINOR", numbers[1]),
            new("CARGO_PKG_VERSION_PATCH", numbers[2]),
            new("CARGO_PKG_VERSION_PRE", dash < 0 ? "" : version[(dash + 1)..]),
            new("CARGO_PKG_AUTHORS", string.Join(':', info.Authors)),
            new("CARGO_PKG_DESCRIPTION", info.Description ?? ""),
            new("CARGO_PKG_HOMEPAGE", info.Homepage ?? ""),
            new("CARGO_PKG_REPOSITORY", info.Repository ?? ""),
            new("CARGO_PKG_LICENSE", info.License ?? ""),
            new("CARGO_PKG_LICENSE_FILE", info.LicenseFile ?? ""),
            new("CARGO_PKG_README", info.Readme ?? ""),
            new("CARGO_PKG_RUST_VERSION", package.RustVersion ?? ""),
        ];
    }
}
