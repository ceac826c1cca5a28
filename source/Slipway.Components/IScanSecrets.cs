using System.Collections;
using System.Globalization;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Gates;
using Slipway.Processes;
using Slipway.Proofs;
using Slipway.Reporting;
using Slipway.Secrets;

namespace Slipway.Components;

/// <summary>Brings <c>ScanSecrets</c>: no secret is in the files, or in the commits of a pull request.</summary>
public interface IScanSecrets : IHazBase
{
    // Of what GitHub calls critical.
    private const string Severity = "9.0";

    /// <summary>Null is the files, and for a pull request on GitHub its commits as well.</summary>
    [Parameter("Where to look for secrets: tree, changes (the commits since the base) or history (all commits); default: tree, and in a pull request changes as well")]
    string? SecretsScope => TryGetValue(() => SecretsScope!);

    [Parameter("Rules for secrets in gitleaks' format; default: .gitleaks.toml, or Slipway's own")]
    string? SecretsConfig => TryGetValue(() => SecretsConfig!);

    [Parameter("Accepts all secrets that are found, for this reason; writes .secrets-baseline.json")]
    string? AcceptSecrets => TryGetValue(() => AcceptSecrets!);

    Target ScanSecrets => _ => _
        .Description("Looks for secrets in the files, and in a pull request in its commits")
        // The stage reports all of its checks before it fails.
        .ProceedAfterFailure()
        .Executes(() => ScanSecretsAsync(nameof(ScanSecrets), DefaultScopes));

    private SecretScopes DefaultScopes => Host is GitHubActions { BaseRef.Length: > 0 } ? SecretScopes.Tree | SecretScopes.Changes : SecretScopes.Tree;

    /// <summary>Looks for secrets, for a target of the build class's own.</summary>
    /// <param name="gate">The target's name.</param>
    /// <param name="scopes">Where to look when the command line says nothing.</param>
    sealed Task ScanSecretsAsync(string gate, SecretScopes scopes) => this.GuardAsync(gate, GateStage.Checks, async token =>
    {
        var chosen = ScopesOf(SecretsScope) ?? scopes;
        var root = await SecretScanner.RootAsync(Workspace, token);
        await (GetSecretsInputs(gate, chosen, root) is { } inputs && await this.CanProveAsync()
            ? this.ProveAsync(inputs, () => ScanAsync(gate, chosen, root, token), token, PipelineState.Of(this).Reports(this).SecretsSarif)
            : ScanAsync(gate, chosen, root, token));
    });

    // Of commits, and of files that git does not list, nothing is known before they are read.
    private ProofInputs? GetSecretsInputs(string gate, SecretScopes scopes, string root)
    {
        if (scopes != SecretScopes.Tree || AcceptSecrets != null || !Path.Exists(Path.Combine(root, ".git")) || SecretScanner.ExtendsFile(root, GivenConfig))
            return null;
        var files = new[] { SecretScanner.FindConfig(root, GivenConfig), Path.Combine(root, SecretBaseline.FileName) };
        return new ProofInputs(gate)
            .WithFolder(root)
            // Exceptions may end with a day.
            .With(Today.ToString("O", CultureInfo.InvariantCulture), ToolStamp.Of(SecretScanner.FindGitleaks()))
            .With(files.OfType<string>().Select(x => FileState.Read(x).ToString()))
            .With(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(x => $"{x.Key}={x.Value}").Where(x => x.StartsWith("GITLEAKS_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private string? GivenConfig => SecretsConfig is { Length: > 0 } given ? Path.GetFullPath(given) : null;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task ScanAsync(string gate, SecretScopes chosen, string root, CancellationToken token)
    {
        var baseline = await SecretBaseline.ReadAsync(root, token);
        var reason = AcceptSecrets?.Trim();
        if (reason != null)
            baseline = Accepting(baseline, reason);
        var start = chosen.HasFlag(SecretScopes.Changes) ? await FindStartAsync(token) : null;
        var scan = await SecretScanner.ScanAsync(new SecretScanRequest(root, chosen, start, GivenConfig, SecretScanner.FindGitleaks()), baseline, token);
        Log.Information("Scanned with {Scanner:l}", scan.Scanner);
        var result = Judged(gate, scan, baseline);
        if (reason != null)
        {
            var codes = result.Findings.Select(x => x.Fingerprint).ToHashSet();
            baseline = baseline.Accept(scan.Findings.Where(x => codes.Contains(x.Fingerprint)), reason);
            await baseline.WriteAsync(root, token);
            result = Judged(gate, scan, baseline);
        }

        var reports = PipelineState.Of(this).Reports(this);
        await AtomicFile.WriteTextAsync(reports.SecretsSarif, Sarif.Write(result, Severity), token);
        Judge(result);
    }

    private static GateResult Judged(string gate, SecretScan scan, SecretBaseline baseline) =>
        SecretsGate.Judge(gate, scan, baseline, Today);

    private SecretBaseline Accepting(SecretBaseline baseline, string reason)
    {
        if (reason.Length == 0)
            throw new SlipwayException(ErrorKind.Configuration, "--accept-secrets has no reason.", "Say why the secrets may stay: --accept-secrets 'revoked on the first of May'");
        if (IsServerBuild)
            throw new SlipwayException(ErrorKind.Configuration, "--accept-secrets is for a person to use, and not for a server.", "Run it where you work, and commit the file.");
        return baseline == SecretBaseline.None ? SecretBaseline.Create() : baseline;
    }

    private async Task<string> FindStartAsync(CancellationToken token)
    {
        var found = await FindBaseAsync(token);
        return found.Value?.Id ?? throw new SlipwayException(
            ErrorKind.Environment,
            $"The commits of the change cannot be scanned: {found.Reason}.",
            "Scan the files alone: --secrets-scope tree");
    }

    private static SecretScopes? ScopesOf(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "tree" => SecretScopes.Tree,
        "changes" => SecretScopes.Changes,
        "history" => SecretScopes.History,
        _ => throw new SlipwayException(ErrorKind.Configuration, $"--secrets-scope is {text}.", "It can be tree, changes or history."),
    };
}
