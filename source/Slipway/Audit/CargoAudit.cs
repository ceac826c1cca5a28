using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Processes;

namespace Slipway.Audit;

/// <summary>The program cargo-audit, which knows the database better than anything else.</summary>
public sealed record CargoAudit(string Program)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Null when it is not on PATH.</summary>
    public static CargoAudit? Find() => Executables.Find("cargo-audit") is { } program ? new CargoAudit(program) : null;

    /// <summary>Asks it about a lock file.</summary>
    /// <param name="text">The content of the lock file, which need not be that of the working tree.</param>
    /// <exception cref="SlipwayException">It failed, or what it said cannot be read.</exception>
    public async Task<CargoAuditAnswer> AskAsync(LockFile file, string text, AdvisoryDatabase database, CancellationToken cancellationToken = default)
    {
        // In a folder of its own there is no .cargo/audit.toml: what is ignored is decided in one place.
        var folder = Directory.CreateTempSubdirectory("cargo-audit-");
        try
        {
            var path = Path.Combine(folder.FullName, LockFile.Name);
            await AtomicFile.WriteTextAsync(path, text, cancellationToken);
            // The database is fetched already, and its age known. Yanked versions would need the registry.
            var output = await new ToolCommand(Program)
                .WithArguments("audit", "--json", "-n", "--stale", "--no-yanked", "-d", database.Folder, "-f", path)
                .WithWorkingDirectory(folder.FullName)
                .WithTimeLimit(Longest)
                .ReadAsync(cancellationToken);
            // 1 says that there are vulnerabilities.
            return output.Result is { TimedOut: false, ExitCode: 0 or 1 }
                ? CargoAuditAnswer.Parse(output.Output, file)
                : throw new CommandFailedException(output.Result, ErrorKind.Environment);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
