using System.Collections;

namespace Slipway.Proofs;

/// <summary>Which environment variables a gate depends on.</summary>
public enum VariableScope
{
    /// <summary>What cargo, the compilers and what they start are known to read; code says by itself what else it reads.</summary>
    Tools,

    /// <summary>All but those that only say where and how a terminal is open: tests may read any.</summary>
    Everything,
}

internal static class Variables
{
    private static readonly string[] ToolPrefixes =
    [
        "AR", "CARGO", "CC", "CFLAGS", "CLIPPY", "CMAKE", "CPPFLAGS", "CXX", "HOST_", "LD", "LIB", "MACOSX_DEPLOYMENT_TARGET",
        "OPENSSL_", "PKG_CONFIG", "RANLIB", "RUST", "SDKROOT", "SOURCE_DATE_EPOCH", "TARGET_",
    ];

    // Terminals, sessions and shells differ from run to run, and say nothing about what a test finds.
    private static readonly string[] SessionPrefixes =
    [
        "_", "BASH_EXECUTION_STRING", "DBUS_SESSION", "DISPLAY", "DOTNET_", "GPG_TTY", "HIST", "INVOCATION_ID", "JOURNAL_STREAM",
        "KITTY_", "NUKE", "OLDPWD", "PS1", "PWD", "SHLVL", "SSH_", "STY", "TERM_", "TMUX", "VTE_", "WAYLAND_", "WEZTERM_", "WINDOWID",
        "WT_", "XDG_SESSION", "XDG_VTNR", "ZELLIJ",
    ];

    // How much cargo does at once, and how its output looks, does not change what it makes.
    private static readonly string[] Irrelevant = ["CARGO_BUILD_JOBS", "CARGO_MAKEFLAGS", "CARGO_TERM_COLOR", "CARGO_TERM_PROGRESS_WHEN", "NO_CACHE"];

    public static IEnumerable<string> Of(VariableScope scope) => Of(scope, Environment.GetEnvironmentVariables());

    internal static IEnumerable<string> Of(VariableScope scope, IDictionary variables) =>
        variables.Keys.Cast<string>()
            .Where(name => Counts(scope, name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name}={variables[name]}");

    private static bool Counts(VariableScope scope, string name) =>
        !Irrelevant.Contains(name, StringComparer.Ordinal)
        && (StartsWith(name, ToolPrefixes)
            || scope == VariableScope.Everything && !StartsWith(name, SessionPrefixes));

    private static bool StartsWith(string name, string[] prefixes) =>
        prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
