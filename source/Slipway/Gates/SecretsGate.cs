using System.Globalization;
using Slipway.Secrets;

namespace Slipway.Gates;

public static class SecretsGate
{
    public const string Name = "ScanSecrets";

    private const int ShortCommit = 9;

    /// <summary>Judges what was found against the exceptions of the repository.</summary>
    /// <param name="today">The day on which exceptions must still hold.</param>
    public static GateResult Judge(string name, SecretScan scan, SecretBaseline baseline, DateOnly today)
    {
        var exceptions = new SecretExceptions(baseline, today);
        var secrets = scan.Findings.Where(finding => !exceptions.Cover(finding)).ToList();
        var findings = secrets.Select(secret => Describe(secret, exceptions.ExpiredFor(secret))).ToList();
        findings.AddRange(exceptions.Unused(scan.Scopes).Select(unused => new Finding(
            FindingSeverity.Warning,
            unused,
            SecretBaseline.FileName,
            Help: $"Remove it from {SecretBaseline.FileName}.")));
        List<Figure> figures =
        [
            new("secrets", secrets.Count, "secrets", Threshold.AtMost(0)),
            new("accepted", scan.Findings.Count - secrets.Count, "secrets"),
        ];
        if (scan.Scopes.HasFlag(SecretScopes.Tree))
        {
            figures.Add(new Figure("files", scan.Files, "files"));
        }

        if ((scan.Scopes & (SecretScopes.Changes | SecretScopes.History)) != 0)
            figures.Add(new Figure("commits", scan.Commits, "commits"));
        figures.Add(new Figure("skipped", scan.Skipped, "files"));
        return GateResult.Judged(name, GateStage.Checks, secrets.Count == 0 ? null : Counted.Of(secrets.Count, "secret"), figures, findings, scan.Duration);
    }

    private static Finding Describe(SecretFinding secret, string? expired)
    {
        var commit = secret.Commit is { } id ? id[..Math.Min(ShortCommit, id.Length)] : null;
        var where = (secret.IsInTree, commit) switch
        {
            (true, null) => "",
            (true, _) => $", also in commit {commit}",
            (false, _) => $", in commit {commit}",
        };
        var what = secret.Description.Length > 0 ? secret.Description : secret.Rule;
        var remove = (secret.IsInTree, commit) switch
        {
            (true, null) => "take it out of the file",
            (true, _) => $"take it out of the file and out of commit {commit}",
            (false, _) => $"take it out of commit {commit} (rebase, or git filter-repo)",
        };
        return new Finding(
            FindingSeverity.Error,
            $"{what}: {secret.Redacted}{where}{expired}",
            secret.File,
            secret.IsInTree ? secret.Line : null,
            Code: secret.Rule,
            Help: string.Create(CultureInfo.InvariantCulture, $"Revoke it first: who has the commit has the secret. Then {remove}. If it is none, or is revoked, accept its fingerprint {secret.Fingerprint} with a reason in {SecretBaseline.FileName}: `--accept-secrets REASON` does."),
            Fingerprint: secret.Fingerprint);
    }
}
