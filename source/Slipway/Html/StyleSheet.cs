namespace Slipway.Html;

internal static class StyleSheet
{
    /// <summary>How the page looks, as a browser reads it: its hash is the only style that the page allows.</summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Slipway.Html.page.css")!;
        using var reader = new StreamReader(stream);
        // A browser hashes what it has parsed, in which all lines end in the same way.
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
