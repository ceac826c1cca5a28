using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>From a matrix to its legs.</summary>
internal static class MatrixExpansion
{
    // Source: docs.github.com, "Running variations of jobs in a workflow".
    private const int MostLegs = 256;

    /// <exception cref="SlipwayException">The matrix has no legs, or is none.</exception>
    public static ImmutableArray<MatrixLeg> Expand(ExpressionValue? matrix, SourceLocation location)
    {
        if (matrix is null)
            return [MatrixLeg.Only];
        if (matrix is not ExpressionValue.Map map)
            throw new SlipwayException(ErrorKind.Configuration, "The matrix is not a mapping of names to lists.", location: location);

        var axes = map.Entries.Where(entry => entry.Key is not ("include" or "exclude")).ToList();
        if (axes.Find(axis => axis.Value is not ExpressionValue.List { Items.Length: > 0 }) is { Key: { } wrong })
            throw new SlipwayException(ErrorKind.Configuration, $"The matrix value {wrong} is not a list with at least one entry.", location: location);

        var excluded = Maps(map, "exclude", location);
        if (excluded.SelectMany(exclusion => exclusion.Entries).FirstOrDefault(entry => axes.TrueForAll(axis => axis.Key != entry.Key)).Key is { } unknown)
            throw new SlipwayException(ErrorKind.Configuration, $"`exclude` of the matrix names {unknown}, which is none of its lists.", location: location);
        var crossed = axes.Count == 0 ? [] : Cross(axes)
            .Where(leg => !excluded.Any(exclusion => exclusion.Entries.All(entry => Fits(leg[entry.Key], entry.Value))))
            .ToList();
        var legs = Include(crossed, Maps(map, "include", location));
        if (legs.Count > MostLegs)
            throw new SlipwayException(ErrorKind.Configuration, $"The matrix has {legs.Count} legs; GitHub takes {MostLegs}.", location: location);
        return legs.Count > 0
            ? [.. legs.Select(values => new MatrixLeg(values))]
            : throw new SlipwayException(ErrorKind.Configuration, "The matrix has no legs.", location: location);
    }

    private static IEnumerable<ExpressionValue.Map> Cross(IEnumerable<KeyValuePair<string, ExpressionValue>> axes) => axes.Aggregate(
        (IEnumerable<ExpressionValue.Map>)[ExpressionValue.Map.Empty],
        (legs, axis) => legs.SelectMany(leg => ((ExpressionValue.List)axis.Value).Items.Select(value => leg.With(axis.Key, value))));

    // An inclusion adds to the legs whose axes it does not contradict; when there are none, it is a leg of its own.
    private static List<ExpressionValue.Map> Include(List<ExpressionValue.Map> crossed, IEnumerable<ExpressionValue.Map> inclusions)
    {
        var (extended, added) = (crossed.ToArray(), new List<ExpressionValue.Map>());
        foreach (var inclusion in inclusions)
        {
            var found = false;
            for (var i = 0; i < crossed.Count; i++)
            {
                if (!inclusion.Entries.All(entry => !crossed[i].Has(entry.Key) || Fits(crossed[i][entry.Key], entry.Value)))
                    continue;
                found = true;
                extended[i] = inclusion.Entries.Aggregate(extended[i], (leg, entry) => leg.With(entry.Key, entry.Value));
            }

            if (!found)
                added.Add(inclusion);
        }

        return [.. extended, .. added];
    }

    private static bool Fits(ExpressionValue value, ExpressionValue wanted) => (value, wanted) switch
    {
        (ExpressionValue.Map map, ExpressionValue.Map part) => part.Entries.All(entry => Fits(map[entry.Key], entry.Value)),
        (ExpressionValue.List list, ExpressionValue.List other) =>
            list.Items.Length == other.Items.Length && list.Items.Zip(other.Items).All(pair => Fits(pair.First, pair.Second)),
        _ => ExpressionComparison.AreEqual(value, wanted),
    };

    private static ImmutableArray<ExpressionValue.Map> Maps(ExpressionValue.Map matrix, string key, SourceLocation location) => matrix[key] switch
    {
        ExpressionValue.Null => [],
        ExpressionValue.List list when list.Items.All(item => item is ExpressionValue.Map) => [.. list.Items.Cast<ExpressionValue.Map>()],
        _ => throw new SlipwayException(ErrorKind.Configuration, $"`{key}` of the matrix is not a list of mappings.", location: location),
    };
}
