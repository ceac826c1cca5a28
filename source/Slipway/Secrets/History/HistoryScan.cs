using System.Globalization;
using Slipway.Processes;

namespace Slipway.Secrets.History;

/// <summary>Scans what commits add, as git tells it; no more than one file of one commit is in memory.</summary>
internal static class HistoryScan
{
    /// <param name="revisions">What git's log is to show, such as <c>--all</c> or <c>a..b</c>.</param>
    public static async Task<SecretScan> ScanAsync(Git git, IEnumerable<string> revisions, TextScanner scanner, CancellationToken cancellationToken)
    {
        var findings = new List<SecretFinding>();
        var reader = new DiffReader(added => findings.AddRange(scanner.Scan(added.Path, added.Text, added.Commit, added.LineAt)));
        SlipwayException? failure = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ToolResult result;
        try
        {
            result = await git.Command(Arguments(revisions)).StreamAsync(
                async (stream, token) =>
                {
                    try
                    {
                        await foreach (var line in LineStream.ReadAsync(stream, token))
                            reader.Read(line);
                        reader.Flush();
                    }
                    catch (SlipwayException exception)
                    {
                        failure = exception;
                        await stop.CancelAsync();
                    }
                },
                stop.Token);
        }
        catch (OperationCanceledException) when (failure is not null)
        {
            throw failure;
        }

        if (failure is not null)
            throw failure;
        if (!result.Succeeded)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                string.Create(CultureInfo.InvariantCulture, $"git cannot show what the commits add: exit code {result.ExitCode}."),
                $"See what it says: git log {string.Join(' ', revisions)}");
        }

        return SecretScan.Nothing with { Findings = findings, Commits = reader.Commits, Skipped = reader.Binaries };
    }

    private static string[] Arguments(IEnumerable<string> revisions) =>
    [
        "-c", "core.quotePath=false",
        // Larger files are binary to git then.
        "-c", string.Create(CultureInfo.InvariantCulture, $"core.bigFileThreshold={ScannedText.LargestFile}"),
        "log", "--patch", "--unified=0", "--cc", "--no-color", "--no-ext-diff", "--no-textconv", "--submodule=short",
        "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0", "--no-show-signature", "--no-notes", "--full-history", "--format=" + DiffReader.Format,
        .. revisions,
        "--",
    ];
}
