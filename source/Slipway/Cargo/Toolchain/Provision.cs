using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>How missing tools are installed.</summary>
public static partial class Provision
{
    /// <summary>The commands that install what is missing, in their order; empty when nothing can be done here.</summary>
    /// <param name="asRoot">Whether the current user may install packages without sudo.</param>
    public static IReadOnlyList<ToolCommand> CommandsFor(ToolchainFacts facts, bool asRoot)
    {
        var missing = facts.Missing.Select(tool => tool.Need.Name).ToList();
        var components = facts.HasRustup ? missing.Where(IsComponent).ToList() : [];
        var packages = missing.Where(name => !facts.HasRustup || !(IsComponent(name) || IsToolchain(name)))
            .Select(name => PackageOf(name, facts.Manager))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. facts.HasRustup && missing.Any(IsToolchain) ? new[] { new ToolCommand("rustup").WithArguments("toolchain", "install", ToolchainOf(facts.Missing.Select(tool => tool.Reason))) } : [],
            .. components.Count > 0 ? new[] { new ToolCommand("rustup").WithArguments(["component", "add", .. components]) } : [],
            .. Install(packages, facts.Manager, asRoot),
        ];
    }

    /// <summary>
    /// The ways to install what measures coverage, each with its commands, the best first; empty when nothing can be done
    /// here. Where rustup's server is out of reach, the system's packages may not be.
    /// </summary>
    /// <param name="version">Of the LLVM that rustc compiles with.</param>
    internal static IReadOnlyList<IReadOnlyList<ToolCommand>> LlvmTools(int version, PackageManager manager, bool hasRustup, bool asRoot)
    {
        string[] packages = manager switch
        {
            PackageManager.Apt => [string.Create(CultureInfo.InvariantCulture, $"llvm-{version}")],
            PackageManager.Dnf => ["llvm"],
            _ => [],
        };
        IReadOnlyList<ToolCommand>[] ways =
        [
            hasRustup ? [new ToolCommand("rustup").WithArguments("component", "add", "llvm-tools")] : [],
            [.. Install(packages, manager, asRoot)],
        ];
        return [.. ways.Where(way => way.Count > 0)];
    }

    /// <summary>What a person would do to get a tool.</summary>
    internal static string RemedyFor(string name, PackageManager manager, bool hasRustup, string? reason = null)
    {
        if (hasRustup && MissingToolchain().IsMatch(reason ?? ""))
            return $"rustup toolchain install {ToolchainOf([reason])}";
        if (reason?.Contains("override file", StringComparison.Ordinal) == true)
            return "Mend rust-toolchain.toml.";
        if (hasRustup && IsComponent(name))
            return $"rustup component add {name}";
        if (hasRustup && IsToolchain(name))
            return "rustup toolchain install stable";
        var packages = PackageOf(name, manager) is { } package ? new[] { package } : [];
        var commands = Install(packages, manager, asRoot: false).Select(command => command.ToString()).ToList();
        var remedy = string.Join(" && ", commands);
        return IsComponent(name) || IsToolchain(name)
            ? remedy.Length == 0 ? "Install Rust from https://rustup.rs." : $"{remedy}, or install Rust from https://rustup.rs."
            : remedy.Length == 0 ? $"Install {name} and put it on PATH." : remedy;
    }

    // A workspace may ask for one of its own, by rust-toolchain.toml.
    private static string ToolchainOf(IEnumerable<string?> reasons) => reasons
        .Select(reason => MissingToolchain().Match(reason ?? ""))
        .FirstOrDefault(match => match.Success)?.Groups["name"].Value ?? "stable";

    private static bool IsComponent(string name) => name is "clippy" or "rustfmt";

    private static bool IsToolchain(string name) => name is "cargo" or "rustc";

    private static string? PackageOf(string name, PackageManager manager) => (manager, name) switch
    {
        (PackageManager.None, _) => null,
        (PackageManager.Apt, "clippy") => "rust-clippy",
        (PackageManager.Dnf, "rustc") => "rust",
        (PackageManager.Brew, "cargo" or "rustc" or "clippy" or "rustfmt") => "rust",
        (PackageManager.Winget, "cargo" or "rustc" or "clippy" or "rustfmt") => "Rustlang.Rustup",
        (PackageManager.Winget, "git") => "Git.Git",
        _ => name,
    };

    private static IEnumerable<ToolCommand> Install(IReadOnlyCollection<string> packages, PackageManager manager, bool asRoot)
    {
        if (packages.Count == 0)
            return [];
        return manager switch
        {
            PackageManager.Apt => [AsRoot(asRoot, "apt-get", ["update"]), AsRoot(asRoot, "apt-get", ["install", "--yes", .. packages])],
            PackageManager.Dnf => [AsRoot(asRoot, "dnf", ["install", "--assumeyes", .. packages])],
            PackageManager.Brew => [new ToolCommand("brew").WithArguments(["install", .. packages])],
            PackageManager.Winget => packages.Select(package =>
                new ToolCommand("winget").WithArguments("install", "--exact", "--silent", "--id", package)),
            _ => [],
        };
    }

    private static ToolCommand AsRoot(bool isRoot, string program, IEnumerable<string> arguments) => isRoot
        ? new ToolCommand(program).WithArguments(arguments)
        : new ToolCommand("sudo").WithArguments([program, .. arguments]);

    [GeneratedRegex("toolchain '(?<name>[^']+)' is not installed")]
    private static partial Regex MissingToolchain();
}
