using System.Globalization;
using Slipway.History;

namespace Slipway.Health.Page;

/// <summary>Texts of the dashboard.</summary>
internal static class PageText
{
    public static string Day(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static (string Style, string Sign, string Text) Verdict(RunVerdict? verdict) => verdict switch
    {
        RunVerdict.Pass => ("good", "✔", "succeeded"),
        RunVerdict.Fail => ("bad", "✘", "failed"),
        RunVerdict.Cancelled => ("none", "–", "cancelled"),
        RunVerdict.Skipped => ("none", "–", "skipped"),
        _ => ("none", "–", "not known"),
    };
}
