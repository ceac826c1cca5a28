using System.Text.RegularExpressions;

namespace Slipway.Analysis.Rules;

/// <summary>Rules of our own, found by clippy's disallowed_methods, which knows types where a search for text does not.</summary>
internal static partial class DangerousCalls
{
    private static readonly AnalysisRule Shell = new(
        "slipway::shell_command",
        AnalysisGroup.Commands,
        AnalysisLevel.Error,
        "a shell reads the text as a program: whoever has a say in it can run anything",
        7.8,
        "Start the program itself, with a list of arguments: Command::new(\"git\").args([…]).");

    private static readonly AnalysisRule Certificates = new(
        "slipway::invalid_certificates",
        AnalysisGroup.Network,
        AnalysisLevel.Error,
        "whoever sits on the line can read and change everything",
        8.1,
        "Leave the check on; add a certificate of your own to the roots instead.");

    private static readonly AnalysisRule TemporaryFolder = new(
        "slipway::temp_dir",
        AnalysisGroup.Files,
        AnalysisLevel.Warning,
        "everybody on the machine can put files or links of known names there first",
        5.5,
        "Make a folder of your own with a name that nobody can guess, such as the crate tempfile does.");

    private static readonly AnalysisRule EnvironmentChange = new(
        "slipway::set_var",
        AnalysisGroup.Concurrency,
        AnalysisLevel.Note,
        "another thread may read the environment at the same time",
        3.0,
        "Give variables to the process that needs them: Command::env.");

    private static readonly AnalysisRule OwnProgram = new(
        "slipway::current_exe",
        AnalysisGroup.Commands,
        AnalysisLevel.Note,
        "who starts the program may have a say in its path",
        3.0,
        "Do not trust it with anything that security depends on.");

    public static IReadOnlyList<AnalysisRule> Rules { get; } = [Shell, Certificates, TemporaryFolder, EnvironmentChange, OwnProgram];

    public static IReadOnlyList<DangerousCall> All { get; } =
    [
        new("std::process::Command::new", Shell, ShellName()),
        new("tokio::process::Command::new", Shell, ShellName()),
        new("async_process::Command::new", Shell, ShellName()),
        new("duct::cmd", Shell, ShellName()),
        new("std::env::temp_dir", TemporaryFolder),
        new("std::env::set_var", EnvironmentChange),
        new("std::env::remove_var", EnvironmentChange),
        new("std::env::current_exe", OwnProgram),
        new("reqwest::ClientBuilder::danger_accept_invalid_certs", Certificates, NotFalse()),
        new("reqwest::ClientBuilder::danger_accept_invalid_hostnames", Certificates, NotFalse()),
        new("reqwest::blocking::ClientBuilder::danger_accept_invalid_certs", Certificates, NotFalse()),
        new("reqwest::blocking::ClientBuilder::danger_accept_invalid_hostnames", Certificates, NotFalse()),
        new("native_tls::TlsConnectorBuilder::danger_accept_invalid_certs", Certificates, NotFalse()),
        new("native_tls::TlsConnectorBuilder::danger_accept_invalid_hostnames", Certificates, NotFalse()),
        new("rustls::ClientConfig::dangerous", Certificates),
        new("openssl::ssl::SslContextBuilder::set_verify", Certificates, NoVerification()),
        new("openssl::ssl::SslRef::set_verify", Certificates, NoVerification()),
    ];

    public static DangerousCall? Find(string path) => All.FirstOrDefault(call => call.Path == path);

    // A name that is no text in the source may be a shell as well; that is for CodeQL, which follows data.
    [GeneratedRegex("""\A\s*\(\s*&?\s*r?#*["](?:[^"]*[/\\])?(?:(?:ba|c|da|fi|k|tc|z)?sh|busybox|cmd|powershell|pwsh)(?:\.exe)?["]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShellName();

    [GeneratedRegex(@"\A(?!\s*\(\s*false\s*\))")]
    private static partial Regex NotFalse();

    [GeneratedRegex(@"\A\s*\(\s*(?:\w+\s*::\s*)*(?:SslVerifyMode\s*::\s*)?NONE\b")]
    private static partial Regex NoVerification();
}
