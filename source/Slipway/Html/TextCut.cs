using System.Globalization;

namespace Slipway.Html;

/// <summary>Texts of programs have no end; a page has.</summary>
internal static class TextCut
{
    private const int MostCharacters = 4_000;

    public static string Of(string text) => text.Length <= MostCharacters
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text[..MostCharacters]}… and {text.Length - MostCharacters} more characters");

    /// <summary>The same for what a program wrote: its end says most.</summary>
    public static string EndOf(string text) => text.Length <= MostCharacters
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.Length - MostCharacters} more characters, then …{text[^MostCharacters..]}");
}
