using System.Collections.Concurrent;

namespace Slipway.Secrets;

/// <summary>Scans files side by side.</summary>
internal static class TreeScan
{
    public static async Task<SecretScan> ScanAsync(string root, IReadOnlyList<string> files, TextScanner scanner, CancellationToken cancellationToken)
    {
        var findings = new ConcurrentBag<SecretFinding>();
        var (read, skipped) = (0, 0);
        await Parallel.ForEachAsync(files, cancellationToken, async (path, token) =>
        {
            var file = new FileInfo(Path.Combine(root, path));
            // What is tracked and gone is no file, and neither are submodules; what a link leads to is scanned where it is.
            if (!file.Exists || file.LinkTarget is not null)
                return;
            if (await ScannedText.ReadAsync(file, token) is not { } text)
            {
                Interlocked.Increment(ref skipped);
                return;
            }

            Interlocked.Increment(ref read);
            foreach (var finding in scanner.Scan(path, text))
                findings.Add(finding);
        });
        return SecretScan.Nothing with { Scopes = SecretScopes.Tree, Findings = [.. findings], Files = read, Skipped = skipped };
    }
}
