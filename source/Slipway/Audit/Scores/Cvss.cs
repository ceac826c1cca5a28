using System.Globalization;

namespace Slipway.Audit.Scores;

/// <summary>Scores of the Common Vulnerability Scoring System.</summary>
public static class Cvss
{
    /// <summary>The score from 0 to 10, in steps of a tenth; null when the vector is of another version or broken.</summary>
    public static decimal? Score(string vector)
    {
        var parsed = CvssVector.TryParse(vector);
        return parsed?.Version switch
        {
            "3.0" or "3.1" => Cvss3.Score(parsed),
            "4.0" => Cvss4.Score(parsed),
            _ => null,
        };
    }

    public static Severity SeverityOf(decimal score) => score switch
    {
        0 => Severity.None,
        < 4 => Severity.Low,
        < 7 => Severity.Medium,
        < 9 => Severity.High,
        _ => Severity.Critical,
    };

    internal static string Show(decimal score) => score.ToString("0.0", CultureInfo.InvariantCulture);
}
