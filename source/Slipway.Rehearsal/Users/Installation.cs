using Slipway.Manifest;
using Slipway.Processes;

namespace Slipway.Rehearsal.Users;

/// <summary><c>cargo install NAME --locked</c>, into a root and with a cargo home that are gone afterwards.</summary>
internal static class Installation
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    public static async Task<IReadOnlyList<UserCheck>> CheckAsync(ReleaseManifest manifest, IReadOnlyDictionary<string, string> environment, string folder, CancellationToken cancellationToken)
    {
        var name = $"cargo install {manifest.Name} --locked";
        var root = Path.Combine(folder, "installed");
        var crate = manifest.Crates.Single(crate => crate.Name == manifest.Name);
        // cargo takes no prerelease unless it is named.
        string[] version = manifest.Prerelease ? ["--version", crate.Version] : [];
        var output = await new ToolCommand("cargo")
            .WithArguments(["install", crate.Name, "--locked", .. version, "--root", root, .. RehearsalServers.CargoArguments])
            .WithWorkingDirectory(folder)
            .WithEnvironment(environment.Where(pair => pair.Key.StartsWith("CARGO_", StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .WithEnvironment("CARGO_HOME", Path.Combine(folder, "cargo"))
            .WithEnvironment("CARGO_TARGET_DIR", Path.Combine(folder, "target"))
            .WithEnvironment("CARGO_TERM_COLOR", "never")
            .WithTimeLimit(Limit)
            .ReadAsync(cancellationToken);
        if (!output.Result.Succeeded)
            return [new UserCheck(name, false, $"It failed: {Error(output.Error)}", "A user would see the same. A crate that is not found was not published, or its archive is not in the local cache of cargo: cargo fetch.")];
        var checks = new List<UserCheck> { new(name, true, $"{crate.Name} {crate.Version} is installed") };
        foreach (var program in Directory.GetFiles(Path.Combine(root, "bin")).Order(StringComparer.Ordinal))
            checks.Add(await Started.CheckAsync($"{Path.GetFileName(program)} from the registry", program, crate.Version, cancellationToken));
        return checks;
    }

    private static string Error(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("error", StringComparison.Ordinal)) is { } error ? error : Started.Last(text);
}
