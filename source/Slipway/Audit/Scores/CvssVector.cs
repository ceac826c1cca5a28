namespace Slipway.Audit.Scores;

/// <summary>A vector of CVSS, such as <c>CVSS:3.1/AV:N/…</c>: its version, and the value of each metric.</summary>
internal sealed record CvssVector(string Version, IReadOnlyDictionary<string, string> Metrics)
{
    public const string NotDefined = "X";

    private const string Prefix = "CVSS:";

    /// <summary>The value of a metric; not defined when the vector leaves it out.</summary>
    public string this[string metric] => Metrics.GetValueOrDefault(metric, NotDefined);

    /// <summary>Null when it is no vector: an unknown part, one that is there twice, or an empty one.</summary>
    public static CvssVector? TryParse(string text)
    {
        var parts = text.Split('/');
        if (!parts[0].StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var metrics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            if (part.Split(':') is not [{ Length: > 0 } metric, { Length: > 0 } value] || !metrics.TryAdd(metric, value))
                return null;
        }

        return new CvssVector(parts[0][Prefix.Length..], metrics);
    }

    /// <summary>Whether every metric is known, has a value it can have, and none is missing that must be there.</summary>
    public bool Fits(IReadOnlyDictionary<string, string> values, string mandatory) =>
        Metrics.All(metric => values.TryGetValue(metric.Key, out var allowed) && allowed.Split(' ').Contains(metric.Value))
        && mandatory.Split(' ').All(Metrics.ContainsKey);
}
