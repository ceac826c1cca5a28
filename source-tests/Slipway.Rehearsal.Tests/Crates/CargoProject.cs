using Slipway.Processes;
using Slipway.Rehearsal.Crates;

namespace Slipway.Rehearsal.Tests.Crates;

/// <summary>A workspace of a program and two libraries under it, and a cargo with a home of its own.</summary>
internal sealed class CargoProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CargoProject(string version = "0.1.0", string prefix = "", string extra = "")
    {
        _folder.With("work/Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"2\"\n");
        Package($"{prefix}hull", version, extra, [], "lib.rs", "pub fn name() -> &'static str { \"hull\" }");
        Package($"{prefix}oars", version, "", [$"{prefix}hull"], "lib.rs", $"pub use {prefix}hull::name;");
        Package($"{prefix}galley", version, "", [$"{prefix}hull", $"{prefix}oars"], "main.rs", $"fn main() {{ println!(\"{{}} {version}\", {prefix}oars::name()); }}");
    }

    public string Folder => _folder / "work";

    public string Home => _folder / "cargo";

    public string State => _folder / "registry";

    public string Root => _folder / "root";

    public string Target => _folder / "target";

    public async Task<ToolOutput> CargoAsync(CratesServer server, params string[] arguments) =>
        await new ToolCommand("cargo")
            .WithArguments(arguments)
            .WithWorkingDirectory(Directory.Exists(Folder) ? Folder : _folder.Path)
            .WithEnvironment(server.Environment("rehearsal").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .WithEnvironment("CARGO_HOME", Home)
            .WithEnvironment("CARGO_TARGET_DIR", _folder / "target")
            .WithEnvironment("CARGO_TERM_COLOR", "never")
            .WithTimeLimit(TimeSpan.FromMinutes(5))
            .ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>With this registry instead of crates.io.</summary>
    public Task<ToolOutput> ReplacedAsync(CratesServer server, string verb, params string[] arguments) =>
        CargoAsync(server, [verb, .. CratesServer.Replacement("rehearsal"), .. arguments]);

    public Task<ToolOutput> PublishAsync(CratesServer server, params string[] arguments) =>
        ReplacedAsync(server, "publish", ["--registry", "rehearsal", "--no-verify", .. arguments]);

    public void Dispose() => _folder.Dispose();

    private void Package(string name, string version, string extra, string[] dependencies, string file, string source)
    {
        _folder.With(
            $"work/crates/{name}/Cargo.toml",
            $"""
            [package]
            name = "{name}"
            version = "{version}"
            edition = "2021"
            description = "A part of a ship."
            license = "MIT"
            {extra}

            [dependencies]
            {string.Join('\n', dependencies.Select(other => $"{other} = {{ path = \"../{other}\", version = \"{version}\" }}"))}
            """);
        _folder.With($"work/crates/{name}/src/{file}", source);
    }
}
