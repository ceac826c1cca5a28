using System.Collections;
using System.Collections.Immutable;
using Slipway.Processes;

namespace Slipway.Workflows.Local.Running;

/// <summary>
/// What jobs get of this machine's variables: what programs cannot do without, and nothing else, because a job on
/// GitHub has nothing else either, and because a desk's variables hold secrets.
/// </summary>
internal static class DeskEnvironment
{
    private static readonly ImmutableHashSet<string> Essentials = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
        "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_DIST_SERVER", "RUSTUP_UPDATE_ROOT",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO",
        "LD_LIBRARY_PATH", "PKG_CONFIG_PATH", "SDKROOT", "DEVELOPER_DIR",
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS", "USERPROFILE", "USERNAME", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "COMMONPROGRAMFILES",
        "COMMONPROGRAMFILES(X86)", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE");

    // The last is how a run that this one is part of finds its processes.
    private static readonly string[] Families = ["DOTNET_", "NUGET_", "LC_", "CARGO_HTTP_", "CARGO_NET_", "CARGO_SOURCE_", "SLIPWAY_PROCESS_"];

    private static readonly string[] SecretWords = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "APIKEY", "API_KEY", "CREDENTIAL"];

    private static readonly string[] Proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];

    public static StringComparer Names => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static ImmutableSortedDictionary<string, string> OfThisProcess() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToImmutableSortedDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", Names);

    public static ImmutableSortedDictionary<string, string> Select(ImmutableSortedDictionary<string, string> desk) => desk
        .Where(variable => IsEssential(variable.Key))
        .ToImmutableSortedDictionary(Names);

    /// <summary>The passwords in the addresses of proxies.</summary>
    public static IEnumerable<string> ProxyPasswords(ImmutableSortedDictionary<string, string> desk) => desk
        .Where(variable => Proxies.Contains(variable.Key, StringComparer.OrdinalIgnoreCase))
        .Select(variable => Uri.TryCreate(variable.Value, UriKind.Absolute, out var address) ? address.UserInfo.Split(':', 2) : [])
        .Where(user => user.Length == 2)
        .Select(user => user[1]);

    /// <summary>The command with these variables alone.</summary>
    public static ToolCommand Apply(ToolCommand command, ImmutableSortedDictionary<string, string> variables) => command
        .WithEnvironment(OfThisProcess().Keys.Where(name => !variables.ContainsKey(name)).Select(name => KeyValuePair.Create(name, (string?)null)))
        .WithEnvironment(variables.Select(variable => KeyValuePair.Create(variable.Key, (string?)variable.Value)));

    private static bool IsEssential(string name) =>
        (Essentials.Contains(name) || Families.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase)))
        && !SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
