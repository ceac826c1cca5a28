using System.Text;

namespace Slipway.Reporting;

/// <summary>The summary that GitHub shows for a step; of one that is longer than allowed it would show nothing.</summary>
public static class StepSummary
{
    public const int LimitInBytes = 1024 * 1024;

    private const string Note = "\n\n_The summary is cut here: GitHub shows 1 MiB. The rest is in the reports._\n";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Appends to the file that <c>GITHUB_STEP_SUMMARY</c> names, as much as there is room for.</summary>
    public static async Task AppendAsync(string path, string markdown, CancellationToken cancellationToken = default)
    {
        await using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        var text = Fit(markdown, LimitInBytes - stream.Length);
        await stream.WriteAsync(Utf8.GetBytes(text), cancellationToken);
    }

    internal static string Fit(string markdown, long room) => MarkdownCut.Fit(markdown, room, text => Utf8.GetByteCount(text), Note);
}
