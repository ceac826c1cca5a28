using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Running;

/// <summary>How a script is run: GitHub's documented templates.</summary>
internal sealed record Shell(ImmutableArray<string> Programs, string Arguments, string Extension)
{
    private const string PowerShellHead = "$ErrorActionPreference = 'stop'\n";
    private const string PowerShellTail = "\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }";

    /// <param name="name">As the workflow says it; null when it does not.</param>
    /// <exception cref="SlipwayException">It is none that is known.</exception>
    public static Shell Find(string? name, LocalMachine machine) => name switch
    {
        null or "" => machine.System == "Windows" ? Find("pwsh", machine) : new Shell(["bash", "sh"], "-e {0}", ".sh"),
        "bash" => new Shell(["bash"], "--noprofile --norc -eo pipefail {0}", ".sh"),
        "sh" => new Shell(["sh"], "-e {0}", ".sh"),
        // Desks often have it under its newer name only.
        "python" => new Shell(["python", "python3"], "{0}", ".py"),
        "pwsh" or "powershell" => new Shell([name], "-command . '{0}'", ".ps1"),
        "cmd" when machine.System == "Windows" => new Shell(["cmd"], "/D /E:ON /V:OFF /S /C CALL {0}", ".cmd"),
        _ when name.Contains("{0}", StringComparison.Ordinal) && name.Split(' ', 2) is [var program, var arguments] => new Shell([program], arguments, ".sh"),
        _ => throw new SlipwayException(
            ErrorKind.Configuration,
            $"The shell {name} is not known here.",
            "There are bash, sh, pwsh, python, and any command with {0} in the place of the script."),
    };

    public string Script(string text) => Extension switch
    {
        ".ps1" => PowerShellHead + text + PowerShellTail,
        ".cmd" => "@echo off\r\n" + text.Replace("\n", "\r\n", StringComparison.Ordinal),
        _ => text,
    };

    public IEnumerable<string> ArgumentsFor(string file) => Arguments == "-command . '{0}'"
        ? ["-command", $". '{file.Replace("'", "''", StringComparison.Ordinal)}'"]
        : Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.Replace("{0}", file, StringComparison.Ordinal));
}
