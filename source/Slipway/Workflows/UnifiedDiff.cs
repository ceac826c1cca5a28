using DiffPlex.Renderer;

namespace Slipway.Workflows;

/// <summary>What differs between two texts, as <c>diff -u</c> shows it.</summary>
public static class UnifiedDiff
{
    public static string Of(string before, string after, string beforeName, string afterName) =>
        UnidiffRenderer.GenerateUnidiff(before, after, beforeName, afterName, ignoreWhitespace: false, ignoreCase: false);
}
