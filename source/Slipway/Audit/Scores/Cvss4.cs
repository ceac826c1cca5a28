namespace Slipway.Audit.Scores;

/// <summary>The score of CVSS 4.0: that of the macro vector, less how far the vector is below its highest.</summary>
internal static class Cvss4
{
    // Rounds a half up when floating point would have put it a hair below.
    private const decimal Hair = 0.000001m;

    private static readonly string[] Impacts = ["VC", "VI", "VA", "SC", "SI", "SA"];

    public static decimal? Score(CvssVector vector)
    {
        if (!vector.Fits(Cvss4Metrics.Values, Cvss4Metrics.Mandatory))
            return null;
        string Value(string metric) => Cvss4Metrics.Effective(vector, metric);
        if (Impacts.All(metric => Value(metric) == "N"))
            return 0;

        var macro = MacroVector.Of(Value);
        decimal score = macro.Score!.Value;
        var steps = macro.Lower.Select(lower => (lower.Set, Gap: score - lower.Macro?.Score))
            .Where(step => step.Gap is not null)
            .Select(step => step.Gap!.Value * Share(step.Set, macro, Value))
            .ToList();
        var mean = steps.Count == 0 ? 0 : steps.Sum() / steps.Count;
        return Math.Round(Math.Clamp((score - mean) / 10, 0, 10) + Hair, 1, MidpointRounding.AwayFromZero);
    }

    // How far the vector is on its way from the highest of its macro vector to the next lower one.
    private static decimal Share(EquivalenceSet set, MacroVector macro, Func<string, string> value)
    {
        var (depth, highest) = Cvss4Metrics.HighestOf(set, macro);
        return highest.Select(high => high.Split('/').Select(part => part.Split(':')).Select(part => Distance(part[0], value(part[0]), part[1])).ToList())
            .Where(distances => distances.TrueForAll(distance => distance >= 0))
            .Select(distances => (decimal)distances.Sum() / depth)
            .FirstOrDefault();
    }

    private static int Distance(string metric, string value, string high)
    {
        var order = Cvss4Metrics.Order(metric);
        return Array.IndexOf(order, value) - Array.IndexOf(order, high);
    }
}
