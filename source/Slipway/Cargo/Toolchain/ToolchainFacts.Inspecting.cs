using System.Diagnostics;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Cargo;

public sealed partial record ToolchainFacts
{
    /// <summary>Looks for the tools by asking each for its version: a proxy of rustup may stand for nothing.</summary>
    /// <param name="folder">Where a <c>rust-toolchain.toml</c> may choose a toolchain.</param>
    public static async Task<ToolchainFacts> InspectAsync(
        string folder,
        IEnumerable<ToolNeed>? needs = null,
        string? requiredRustVersion = null,
        CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var manager = PackageManagers.Detect();
        var hasRustup = Executables.Find("rustup", CargoExecutable.HomeFolders()) is not null;
        var tools = await Task.WhenAll((needs ?? ToolNeed.Default).Select(
            need => InspectAsync(need, folder, manager, hasRustup, cancellationToken)));
        return new ToolchainFacts(tools, manager, hasRustup, requiredRustVersion, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Where a tool is, whether it works or not.</summary>
    public static string? Locate(ToolNeed need) => need.Name switch
    {
        "cargo" => CargoExecutable.TryFind(),
        "clippy" => Executables.Find("cargo-clippy", CargoExecutable.HomeFolders()),
        _ => Executables.Find(need.Name, CargoExecutable.HomeFolders()),
    };

    private static async Task<ToolFact> InspectAsync(
        ToolNeed need,
        string folder,
        PackageManager manager,
        bool hasRustup,
        CancellationToken cancellationToken)
    {
        var path = Locate(need);
        var (version, reason) = path is null ? (null, null) : await VersionAsync(need, path, folder, cancellationToken);
        return version is null
            ? new ToolFact(need, null, null, Provision.RemedyFor(need.Name, manager, hasRustup, reason), reason)
            : new ToolFact(need, path, version, null);
    }

    private static async Task<(string? Version, string? Reason)> VersionAsync(
        ToolNeed need,
        string path,
        string folder,
        CancellationToken cancellationToken)
    {
        string[] arguments = need.Name switch
        {
            // It takes the name of its command for granted, as cargo gives it.
            "clippy" => ["clippy", "--version"],
            // As others ask it, too.
            "rustc" => ["-vV"],
            _ => ["--version"],
        };
        try
        {
            var output = await ToolAnswers.AskAsync(path, arguments, folder, cancellationToken);
            if (!output.Result.Succeeded)
                return (null, output.Error.Contains("error: ", StringComparison.Ordinal) ? CargoError.Message(output.Error) : null);
            var match = VersionNumber().Match(output.Output);
            return (match.Success ? match.Value : output.Output.Trim(), null);
        }
        catch (SlipwayException exception) when (exception.Kind == ErrorKind.Environment)
        {
            return (null, null);
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?")]
    private static partial Regex VersionNumber();
}
