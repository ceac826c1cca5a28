namespace Slipway.Audit.Scores;

/// <summary>The six levels that CVSS 4.0 puts vectors of about the same severity together by; 0 is the worst.</summary>
internal sealed record MacroVector(int Eq1, int Eq2, int Eq3, int Eq4, int Eq5, int Eq6)
{
    /// <summary>In tenths; null when no vector is in it.</summary>
    public int? Score => Cvss4Table.Find(Eq1, Eq2, Eq3, Eq4, Eq5, Eq6);

    /// <summary>For each set of metrics the macro vector that is one level lower in it, when there is one.</summary>
    public IEnumerable<(EquivalenceSet Set, MacroVector? Macro)> Lower =>
    [
        (EquivalenceSet.Exploitability, this with { Eq1 = Eq1 + 1 }),
        (EquivalenceSet.Complexity, this with { Eq2 = Eq2 + 1 }),
        (EquivalenceSet.Vulnerable, LowerVulnerable),
        (EquivalenceSet.Subsequent, this with { Eq4 = Eq4 + 1 }),
        (EquivalenceSet.Threat, this with { Eq5 = Eq5 + 1 }),
    ];

    // Two ways lead down from the worst; the higher score counts.
    private MacroVector? LowerVulnerable => (Eq3, Eq6) switch
    {
        (0, 0) => (this with { Eq6 = 1 }).Score > (this with { Eq3 = 1 }).Score ? this with { Eq6 = 1 } : this with { Eq3 = 1 },
        (1, 0) => this with { Eq6 = 1 },
        (0 or 1, _) => this with { Eq3 = Eq3 + 1 },
        _ => null,
    };

    public static MacroVector Of(Func<string, string> value)
    {
        bool Is(string metric, string wanted) => value(metric) == wanted;
        var open = new[] { Is("AV", "N"), Is("PR", "N"), Is("UI", "N") };
        var high = new[] { Is("VC", "H"), Is("VI", "H"), Is("VA", "H") };
        return new MacroVector(
            !open.Contains(false) ? 0 : open.Contains(true) && !Is("AV", "P") ? 1 : 2,
            Is("AC", "L") && Is("AT", "N") ? 0 : 1,
            high[0] && high[1] ? 0 : high.Contains(true) ? 1 : 2,
            Is("SI", "S") || Is("SA", "S") ? 0 : Is("SC", "H") || Is("SI", "H") || Is("SA", "H") ? 1 : 2,
            value("E") switch { "A" => 0, "P" => 1, _ => 2 },
            (Is("CR", "H") && high[0]) || (Is("IR", "H") && high[1]) || (Is("AR", "H") && high[2]) ? 0 : 1);
    }
}
