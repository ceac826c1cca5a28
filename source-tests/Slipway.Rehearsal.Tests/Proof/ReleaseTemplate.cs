using CliWrap;
using CliWrap.Buffered;
using Slipway.Manifest;
using Slipway.Packaging;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>A release that is ready to be made: two crates, one of which needs the other, and a few small files. It is never changed.</summary>
public sealed class ReleaseTemplate : IAsyncLifetime
{
    public const string Tag = "v1.2.3";
    private const string Version = "1.2.3";

    public string Folder { get; } = Directory.CreateTempSubdirectory("release-").FullName;

    public string Workspace => Path.Combine(Folder, "work");

    public string Origin => Path.Combine(Folder, "origin.git");

    public string Release => Path.Combine(Folder, "release");

    public ReleaseManifest Manifest { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await WriteWorkspaceAsync();
        await GitAsync("init", "--quiet", "--initial-branch", "main");
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", "--message", "Begin");
        await GitAsync("tag", Tag);
        await GitAsync("clone", "--quiet", "--bare", ".", Origin);
        var commit = (await GitAsync("rev-parse", "HEAD")).Trim();
        Manifest = await WriteReleaseAsync(commit);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task WriteWorkspaceAsync()
    {
        const string Package = "version = \"1.2.3\"\nedition = \"2021\"\ndescription = \"For a test.\"\nlicense = \"MIT\"\n";
        await WriteAsync("Cargo.toml", "[workspace]\nmembers = [\"stone\", \"ferry\"]\nresolver = \"2\"\n");
        await WriteAsync("stone/Cargo.toml", $"[package]\nname = \"stone\"\n{Package}");
        await WriteAsync("stone/src/lib.rs", "pub fn weight() -> u32 {\n    3\n}\n");
        await WriteAsync("ferry/Cargo.toml", $"[package]\nname = \"ferry\"\n{Package}\n[dependencies]\nstone = {{ path = \"../stone\", version = \"1.2.3\" }}\n");
        await WriteAsync("ferry/src/main.rs", "fn main() {\n    println!(\"ferry {}\", stone::weight());\n}\n");
        await WriteAsync("Cargo.lock", "version = 4\n\n[[package]]\nname = \"ferry\"\nversion = \"1.2.3\"\ndependencies = [\n \"stone\",\n]\n\n[[package]]\nname = \"stone\"\nversion = \"1.2.3\"\n");
        await WriteAsync(".gitignore", "target/\n");
    }

    private async Task<ReleaseManifest> WriteReleaseAsync(string commit)
    {
        Directory.CreateDirectory(Release);
        string[] triples = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-apple-darwin"];
        var archives = new List<Asset>();
        foreach (var triple in triples)
        {
            var path = Path.Combine(Release, AssetName.Archive("ferry", Version, triple));
            await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat(triple, 400)));
            archives.Add(await Asset.OfAsync(path, AssetKind.Archive, triple));
        }

        var sums = Path.Combine(Release, ChecksumFile.Name);
        await File.WriteAllTextAsync(sums, ChecksumFile.Write(archives));
        await File.WriteAllTextAsync(sums + ".asc", "-----BEGIN PGP SIGNATURE-----\n");
        Asset[] assets =
        [
            .. archives,
            await Asset.OfAsync(sums, AssetKind.Checksums, null),
            await Asset.OfAsync(sums + ".asc", AssetKind.Signature, null),
        ];
        var manifest = new ReleaseManifest(
            ReleaseManifest.CurrentVersion,
            "ferry",
            Version,
            Tag,
            commit,
            Prerelease: false,
            "- It carries stones now.\n",
            [.. assets.OrderBy(asset => asset.Name, StringComparer.Ordinal)],
            [new ReleaseCrate("stone", Version), new ReleaseCrate("ferry", Version)]);
        await File.WriteAllTextAsync(Path.Combine(Release, ReleaseManifest.FileName), manifest.ToJson());
        return manifest;
    }

    private async Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(Workspace, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }

    private async Task<string> GitAsync(params string[] arguments) => (await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(Workspace)
        .WithEnvironmentVariables(x => x.Set("GIT_CONFIG_GLOBAL", "/dev/null"))
        .ExecuteBufferedAsync()).StandardOutput;
}
