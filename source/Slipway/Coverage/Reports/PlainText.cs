namespace Slipway.Coverage.Reports;

/// <summary>Paths may hold what neither a line nor XML can.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string path) => path.Any(IsUnfit) ? string.Concat(path.Select(c => IsUnfit(c) ? Replacement : c)) : path;

    private static bool IsUnfit(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF';
}
