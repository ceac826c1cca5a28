using DiffPlex.Renderer;

namespace Slipway.Workflows;

/// <summary>What differs between two texts, as <c>diff -u</c> shows it.</summary>
public static class UnifiedDiff
{
    public static string Of(string before, string after, string beforeName, string afterName)
    {
        // The renderer takes what follows the last line feed for a line, too.
        if (before.EndsWith('\n') && after.EndsWith('\n'))
            (before, after) = (before[..^1], after[..^1]);
        return UnidiffRenderer.GenerateUnidiff(before, after, beforeName, afterName, ignoreWhitespace: false, ignoreCase: false);
    }
}
