using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;
using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Policies;
using Slipway.Base;
using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>Brings <c>Audit</c>: nothing is known against the crates that the lock file names.</summary>
public interface IAudit : IHazBase
{
    /// <summary>The folder or URL of the advisories.</summary>
    [Parameter("Folder or URL of the RustSec advisories; default: https://github.com/RustSec/advisory-db.git")]
    string AdvisoryDb => TryGetValue(() => AdvisoryDb) ?? AdvisoryDatabase.DefaultUrl;

    /// <summary>What fails, what is warned of, and what is ignored until when.</summary>
    AuditPolicy AuditPolicy => AuditPolicy.Default;

    private AbsolutePath AdvisoryDirectory => TemporaryDirectory / "advisories";

    Target Audit => _ => _
        .Description("Compares Cargo.lock with the RustSec advisories")
        .TryDependsOn<IToolchain>()
        .ProceedAfterFailure()
        .Executes(() => this.GuardAsync(nameof(Audit), GateStage.Checks, async token =>
        {
            var workspace = CargoWorkspace;
            var file = Path.Combine(workspace.RootFolder, LockFile.Name);
            var written = await PolicyFile.LoadAsync(workspace.RootFolder, token);
            var policy = AuditPolicy.And(written.Policy);
            if (!File.Exists(file))
                Judge(WithoutLock(workspace, file));
            else
            {
                var found = await AuditAsync(workspace, file, policy, token);
                Judge(found.Value is { } facts
                    ? AuditGate.Judge(facts, policy, written.Unknown, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), RootDirectory)
                    : GateResult.Skipped(nameof(Audit), GateStage.Checks, found.Reason!));
            }
        }));

    private async Task<Found<AuditFacts>> AuditAsync(CargoWorkspace workspace, string file, AuditPolicy policy, CancellationToken token)
    {
        var (commit, baseLock, whyNoBase) = await FindBaseLockAsync(workspace, token);
        var request = new AuditRequest(file, [.. workspace.Packages.Select(x => x.Name)], DatabasePlace, IsServerBuild, CargoExecutable.HomeFolder)
        {
            Base = commit != null && baseLock != null ? (commit, baseLock) : null,
        };
        var found = await new Auditor(new AdvisoryStore(AdvisoryDirectory), CargoAudit.Find()).AuditAsync(request, token);
        if (found.Value is not { } facts)
            return found;
        if (facts.Database is { } database)
            Log.Information("Audited with {Database:l}", database.ToString());
        else
            Log.Information("No crate comes from elsewhere, so that no advisory can be about one");
        var licences = policy.Licences != null && facts.Database != null ? await Licences.LoadAsync(workspace.RootFolder, token) : null;
        return new Found<AuditFacts>(facts with { Licences = licences, WhyNoBase = facts.Database == null ? null : whyNoBase }, null);
    }

    // Only a change that is to be merged is compared: what is known against the main branch counts there.
    private async Task<(BaseCommit? Commit, string? Lock, string? Reason)> FindBaseLockAsync(CargoWorkspace workspace, CancellationToken token)
    {
        if (string.IsNullOrEmpty(Base) && string.IsNullOrEmpty((Host as GitHubActions)?.BaseRef))
            return (null, null, null);
        var commit = await FindBaseAsync(token);
        if (commit.Value == null)
            return (null, null, commit.Reason);
        var found = await BaseLock.ReadAsync(workspace.RootFolder, commit.Value, token);
        return (commit.Value, found.Value, found.Reason);
    }

    private string DatabasePlace => Path.Combine(RootDirectory, AdvisoryDb) is var folder && Directory.Exists(folder) ? folder : AdvisoryDb;

    private static GateResult WithoutLock(CargoWorkspace workspace, string file)
        => workspace.HasOnlyMembers
            ? AuditGate.Judge(new AuditFacts(new LockFile(file, []), [], null, null, []), AuditPolicy.Default, [], default, workspace.RootFolder)
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"There is no {LockFile.Name} in {workspace.RootFolder}, so that nobody can say which crates are built.",
                "Write it with `cargo generate-lockfile`, and commit it.");
}
