using System.Diagnostics;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Base;

namespace Slipway.Audit;

/// <summary>Compares lock files with the advisories: with cargo-audit when it is there, and otherwise by itself.</summary>
/// <param name="program">Cargo-audit; null does without.</param>
public sealed class Auditor(AdvisoryStore store, CargoAudit? program)
{
    /// <summary>Audits, or says why the advisories cannot be had.</summary>
    public async Task<Found<AuditFacts>> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var text = await File.ReadAllTextAsync(request.Path, cancellationToken);
        var file = LockFile.Parse(text, request.Path);
        // Nothing to look up: no network is needed, and none is used.
        if (!file.ThirdParty.Any())
            return Found<AuditFacts>.Of(new AuditFacts(file, request.Members, null, null, []) { Duration = Stopwatch.GetElapsedTime(started) });
        var opened = await store.OpenAsync(request.Database, cancellationToken);
        if (opened.Value is not { } database)
            return Found<AuditFacts>.Nothing(opened.Reason!);
        if (request.OnlyYoung)
            database.EnsureYoung();

        var yanked = new YankedVersions(request.CargoHome);
        var answer = await FindAsync(file, text, database, cancellationToken);
        var (yankedHits, unknown) = yanked.Find(file);
        return Found<AuditFacts>.Of(new AuditFacts(
            file,
            request.Members,
            database,
            program is null ? null : "cargo-audit",
            [.. answer.Hits, .. yankedHits],
            unknown,
            answer.Ignored)
        {
            Base = await CompareAsync(request, database, yanked, cancellationToken),
            Duration = Stopwatch.GetElapsedTime(started),
        });
    }

    private async Task<AuditBase?> CompareAsync(AuditRequest request, AdvisoryDatabase database, YankedVersions yanked, CancellationToken cancellationToken)
    {
        if (request.Base is not var (commit, text))
            return null;
        var file = LockFile.Parse(text, $"{LockFile.Name} of {commit}");
        var answer = await FindAsync(file, text, database, cancellationToken);
        return new AuditBase(commit, file, [.. answer.Hits, .. yanked.Find(file).Hits]);
    }

    private async Task<CargoAuditAnswer> FindAsync(LockFile file, string text, AdvisoryDatabase database, CancellationToken cancellationToken) =>
        program is null
            ? new CargoAuditAnswer([.. (await store.IndexAsync(database, cancellationToken)).Find(file)], [])
            : await program.AskAsync(file, text, database, cancellationToken);
}
