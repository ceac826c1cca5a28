namespace Slipway.Audit.Scores;

/// <summary>The base score of CVSS 3.0 and 3.1; time and surroundings do not count.</summary>
internal static class Cvss3
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["AV"] = "N A L P",
        ["AC"] = "L H",
        ["PR"] = "N L H",
        ["UI"] = "N R",
        ["S"] = "U C",
        ["C"] = "H L N",
        ["I"] = "H L N",
        ["A"] = "H L N",
        ["E"] = "X U P F H",
        ["RL"] = "X O T W U",
        ["RC"] = "X U R C",
        ["CR"] = "X L M H",
        ["IR"] = "X L M H",
        ["AR"] = "X L M H",
        ["MAV"] = "X N A L P",
        ["MAC"] = "X L H",
        ["MPR"] = "X N L H",
        ["MUI"] = "X N R",
        ["MS"] = "X U C",
        ["MC"] = "X H L N",
        ["MI"] = "X H L N",
        ["MA"] = "X H L N",
    };

    public static decimal? Score(CvssVector vector)
    {
        if (!vector.Fits(Values, "AV AC PR UI S C I A"))
            return null;
        var isChanged = vector["S"] == "C";
        var loss = 1 - ((1 - Impact(vector["C"])) * (1 - Impact(vector["I"])) * (1 - Impact(vector["A"])));
        var impact = isChanged ? (7.52 * (loss - 0.029)) - (3.25 * Math.Pow(loss - 0.02, 15)) : 6.42 * loss;
        if (impact <= 0)
            return 0;
        var exploitability = 8.22 * Vector(vector["AV"]) * (vector["AC"] == "L" ? 0.77 : 0.44)
            * Privileges(vector["PR"], isChanged) * (vector["UI"] == "N" ? 0.85 : 0.62);
        var sum = impact + exploitability;
        return RoundUp(Math.Min(isChanged ? 1.08 * sum : sum, 10));
    }

    // As version 3.1 defines it: 4.0000001 that floating point made of 4 is 4.
    private static decimal RoundUp(double score)
    {
        var number = (int)Math.Round(score * 100_000, MidpointRounding.AwayFromZero);
        return (number + 9_999) / 10_000 / 10m;
    }

    private static double Impact(string value) => value switch { "H" => 0.56, "L" => 0.22, _ => 0 };

    private static double Vector(string value) => value switch { "N" => 0.85, "A" => 0.62, "L" => 0.55, _ => 0.2 };

    private static double Privileges(string value, bool isChanged) => (value, isChanged) switch
    {
        ("N", _) => 0.85,
        ("L", false) => 0.62,
        ("L", true) => 0.68,
        ("H", false) => 0.27,
        _ => 0.5,
    };
}
