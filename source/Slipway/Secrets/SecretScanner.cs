using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;
using Slipway.Secrets.History;
using Slipway.Secrets.Rules;

namespace Slipway.Secrets;

/// <summary>Looks for secrets, with gitleaks or without.</summary>
public static partial class SecretScanner
{
    private const string UserConfig = ".gitleaks.toml";

    /// <summary>The root of a folder's working tree; the folder itself when it is in no git repository.</summary>
    public static async Task<string> RootAsync(string folder, CancellationToken cancellationToken = default)
    {
        var top = Git.Find(folder) is { } git ? await git.TryReadAsync(cancellationToken, "rev-parse", "--show-toplevel") : null;
        return Path.GetFullPath(string.IsNullOrEmpty(top) ? folder : top);
    }

    /// <summary>gitleaks, when it is installed.</summary>
    public static string? FindGitleaks() => Executables.Find("gitleaks");

    /// <summary>The rules of the repository; null is Slipway's own, or gitleaks'.</summary>
    /// <param name="given">The file that the user names.</param>
    public static string? FindConfig(string root, string? given) =>
        given is { Length: > 0 } ? Path.GetFullPath(given, root)
        : File.Exists(Path.Combine(root, UserConfig)) ? Path.Combine(root, UserConfig)
        : null;

    /// <summary>Whether the rules may be continued in another file, which can be anywhere.</summary>
    public static bool ExtendsFile(string root, string? given) =>
        FindConfig(root, given) is { } config && File.Exists(config) && Extension().IsMatch(File.ReadAllText(config));

    /// <exception cref="SlipwayException">The rules are broken, or a part of what is to be scanned is not there.</exception>
    public static async Task<SecretScan> ScanAsync(SecretScanRequest request, SecretBaseline baseline, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var root = await RootAsync(request.Folder, cancellationToken);
        var git = await GitOf(root, cancellationToken);
        var config = FindConfig(root, request.Config);
        var source = request.Gitleaks is { } program
            ? (IScanSource)new GitleaksSource(new Gitleaks(program, root, Existing(config), baseline.Salt), git)
            : new OwnSource(new TextScanner(config is null ? SecretRuleSet.BuiltIn : RuleFile.Load(config), baseline.Salt), git, root);
        var scan = SecretScan.Nothing;
        if (request.Scopes.HasFlag(SecretScopes.Tree))
            scan = scan.And(await source.TreeAsync(await TreeFiles.ListAsync(root, git, cancellationToken), cancellationToken));
        if (request.Scopes.HasFlag(SecretScopes.Changes))
            scan = scan.And(await source.CommitsAsync([await RangeAsync(git, request.Base, cancellationToken)], cancellationToken));
        if (request.Scopes.HasFlag(SecretScopes.History))
            scan = scan.And(await source.CommitsAsync([await AllAsync(git, cancellationToken)], cancellationToken));
        return scan.Distinct() with
        {
            Scopes = request.Scopes,
            Scanner = source.Name,
            Duration = Stopwatch.GetElapsedTime(started),
        };
    }

    private static async Task<Git?> GitOf(string root, CancellationToken cancellationToken) =>
        Git.Find(root) is { } git && await git.TryReadAsync(cancellationToken, "rev-parse", "--show-toplevel") is not null ? git : null;

    private static string? Existing(string? config) => config is null || File.Exists(config) ? config : throw new SlipwayException(
        ErrorKind.Configuration,
        "The rules for secrets cannot be read.",
        "Name a file in gitleaks' format: --secrets-config FILE",
        new SourceLocation(config));

    private static async Task<string> RangeAsync(Git? git, string? start, CancellationToken cancellationToken)
    {
        var id = git is null || string.IsNullOrEmpty(start) || start[0] == '-' ? null : await git.CommitAsync(start, cancellationToken);
        return id is not null ? $"{id}..HEAD" : throw new SlipwayException(
            ErrorKind.Environment,
            "The commits of the change cannot be scanned: the commit it starts from is not in this clone.",
            "Check out with the whole history (fetch-depth: 0), or name the commit: --base REVISION");
    }

    private static async Task<string> AllAsync(Git? git, CancellationToken cancellationToken)
    {
        if (git is null)
            throw new SlipwayException(ErrorKind.Environment, "There is no history to scan: the folder is in no git repository, or git is not installed.", "Scan the files alone: --secrets-scope tree");
        return await git.TryReadAsync(cancellationToken, "rev-parse", "--is-shallow-repository") == "false" ? "--all" : throw new SlipwayException(
            ErrorKind.Environment,
            "The history cannot be scanned: this clone has only a part of it.",
            "Fetch it with `git fetch --unshallow`, or check out with fetch-depth: 0.");
    }

    [GeneratedRegex(@"extend[\]}.\s].*\bpath\s*=", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Extension();

    private interface IScanSource
    {
        string Name { get; }

        Task<SecretScan> TreeAsync(IReadOnlyList<string> files, CancellationToken cancellationToken);

        Task<SecretScan> CommitsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken);
    }

    private sealed class OwnSource(TextScanner scanner, Git? git, string root) : IScanSource
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"the built-in scanner with {scanner.RuleCount} rules");

        public Task<SecretScan> TreeAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
            TreeScan.ScanAsync(root, files, scanner, cancellationToken);

        public Task<SecretScan> CommitsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken) =>
            HistoryScan.ScanAsync(git!, revisions, scanner, cancellationToken);
    }

    private sealed class GitleaksSource(Gitleaks gitleaks, Git? git) : IScanSource
    {
        public string Name => "gitleaks";

        public Task<SecretScan> TreeAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
            gitleaks.ScanTreeAsync(files, cancellationToken);

        public async Task<SecretScan> CommitsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken)
        {
            var counted = await git!.TryReadAsync(cancellationToken, ["rev-list", "--count", .. revisions]);
            var commits = int.TryParse(counted, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
            return await gitleaks.ScanCommitsAsync(string.Join(' ', ["--full-history", .. revisions]), commits, cancellationToken);
        }
    }
}
