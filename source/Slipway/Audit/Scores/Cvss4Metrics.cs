namespace Slipway.Audit.Scores;

/// <summary>The sets of metrics that count together in CVSS 4.0; the third and the sixth are one.</summary>
internal enum EquivalenceSet
{
    Exploitability,
    Complexity,
    Vulnerable,
    Subsequent,
    Threat,
}

/// <summary>What the specification of CVSS 4.0 says of its metrics.</summary>
internal static class Cvss4Metrics
{
    public const string Mandatory = "AV AC AT PR UI VC VI VA SC SI SA";

    // Values from the worst to the least.
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AV"] = "N A L P",
        ["AC"] = "L H",
        ["AT"] = "N P",
        ["PR"] = "N L H",
        ["UI"] = "N P A",
        ["VC"] = "H L N",
        ["VI"] = "H L N",
        ["VA"] = "H L N",
        ["SC"] = "H L N",
        ["SI"] = "H L N",
        ["SA"] = "H L N",
        ["E"] = "X A P U",
        ["CR"] = "X H M L",
        ["IR"] = "X H M L",
        ["AR"] = "X H M L",
        ["MAV"] = "X N A L P",
        ["MAC"] = "X L H",
        ["MAT"] = "X N P",
        ["MPR"] = "X N L H",
        ["MUI"] = "X N P A",
        ["MVC"] = "X H L N",
        ["MVI"] = "X H L N",
        ["MVA"] = "X H L N",
        ["MSC"] = "X H L N",
        ["MSI"] = "X S H L N",
        ["MSA"] = "X S H L N",
        ["S"] = "X N P",
        ["AU"] = "X N Y",
        ["R"] = "X A U I",
        ["V"] = "X D C",
        ["RE"] = "X L M H",
        ["U"] = "X Clear Green Amber Red",
    };

    /// <summary>The values of a metric from the worst to the least, as they count.</summary>
    public static string[] Order(string metric) => metric switch
    {
        "SC" => ["", "H", "L", "N"],
        "SI" or "SA" => ["S", "H", "L", "N"],
        "CR" or "IR" or "AR" => ["H", "M", "L"],
        _ => Values[metric].Split(' '),
    };

    /// <summary>The value that counts: the modified one before the base's, and the worst for what is not defined.</summary>
    public static string Effective(CvssVector vector, string metric) => metric switch
    {
        "E" when vector["E"] == CvssVector.NotDefined => "A",
        "CR" or "IR" or "AR" when vector[metric] == CvssVector.NotDefined => "H",
        _ => vector["M" + metric] is var modified && modified != CvssVector.NotDefined ? modified : vector[metric],
    };

    /// <summary>The highest vectors of a macro vector's part, and how many steps are below them.</summary>
    public static (int Depth, string[] Highest) HighestOf(EquivalenceSet set, MacroVector macro) => set switch
    {
        EquivalenceSet.Exploitability => macro.Eq1 switch
        {
            0 => (1, ["AV:N/PR:N/UI:N"]),
            1 => (4, ["AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"]),
            _ => (5, ["AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"]),
        },
        EquivalenceSet.Complexity => macro.Eq2 == 0 ? (1, ["AC:L/AT:N"]) : (2, ["AC:H/AT:N", "AC:L/AT:P"]),
        EquivalenceSet.Vulnerable => (macro.Eq3, macro.Eq6) switch
        {
            (0, 0) => (7, ["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"]),
            (0, _) => (6, ["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"]),
            (1, 0) => (8, ["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"]),
            (1, _) => (8,
            [
                "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H", "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M", "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H", "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M",
            ]),
            _ => (10, ["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"]),
        },
        EquivalenceSet.Subsequent => macro.Eq4 switch
        {
            0 => (6, ["SC:H/SI:S/SA:S"]),
            1 => (5, ["SC:H/SI:H/SA:H"]),
            _ => (4, ["SC:L/SI:L/SA:L"]),
        },
        // Its metric has one value in each level, so that nothing is below the highest.
        _ => (1, []),
    };
}
