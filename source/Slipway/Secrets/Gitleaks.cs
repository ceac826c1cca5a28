using System.Globalization;
using Slipway.Processes;

namespace Slipway.Secrets;

/// <summary>Scans with gitleaks. Its own exceptions (comments, ignore files) have no reason, and do not count.</summary>
internal sealed class Gitleaks(string program, string root, string? config, byte[] salt)
{
    public async Task<SecretScan> ScanTreeAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var findings = await RunAsync(["dir", "."], cancellationToken);
        // It reads what is ignored, such as build output, too.
        var listed = files.ToHashSet(StringComparer.Ordinal);
        return SecretScan.Nothing with { Findings = [.. findings.Select(Below).Where(finding => listed.Contains(finding.File))], Files = files.Count };
    }

    public async Task<SecretScan> ScanCommitsAsync(string logOptions, int commits, CancellationToken cancellationToken) =>
        SecretScan.Nothing with { Findings = await RunAsync(["git", ".", $"--log-opts={logOptions}"], cancellationToken), Commits = commits };

    private async Task<IReadOnlyList<SecretFinding>> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        // The report has the secrets in it: only this user can read it, and not for long.
        var folder = Directory.CreateTempSubdirectory("slipway-gitleaks-");
        try
        {
            var report = Path.Combine(folder.FullName, "report.json");
            var result = await new ToolCommand(program)
                .WithArguments(
                [
                    .. arguments,
                    "--no-banner", "--no-color", "--log-level", "error", "--exit-code", "0", "--max-target-megabytes", "10",
                    "--ignore-gitleaks-allow", "--gitleaks-ignore-path", folder.FullName,
                    .. config is null ? Array.Empty<string>() : ["--config", config],
                    "--report-format", "json", "--report-path", report,
                ])
                .WithWorkingDirectory(root)
                .ExecuteAsync(cancellationToken: cancellationToken);
            // What it says is not shown: it may hold a secret.
            if (!result.Succeeded)
            {
                throw new SlipwayException(
                    ErrorKind.Environment,
                    string.Create(CultureInfo.InvariantCulture, $"gitleaks ended with exit code {result.ExitCode}."),
                    $"See what it says: gitleaks {string.Join(' ', arguments)}. Slipway needs 8.19 or newer.");
            }

            return File.Exists(report)
                ? GitleaksReport.Parse(await File.ReadAllBytesAsync(report, cancellationToken), salt)
                : throw new SlipwayException(ErrorKind.Environment, "gitleaks wrote no report.", "Install gitleaks 8.19 or newer.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private SecretFinding Below(SecretFinding finding)
    {
        var file = Path.IsPathRooted(finding.File) ? Path.GetRelativePath(root, finding.File).Replace('\\', '/') : finding.File;
        return finding with { File = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file };
    }
}
