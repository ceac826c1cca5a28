using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>A value of GitHub's expression language.</summary>
public abstract partial record ExpressionValue
{
    private ExpressionValue()
    {
    }

    public static ExpressionValue Nothing { get; } = new Null();

    public static ExpressionValue Of(string? text) => text is null ? Nothing : new Text(text);

    public static ExpressionValue Of(bool value) => new Logical(value);

    public static ExpressionValue Of(double value) => new Number(value);

    public static ExpressionValue Of(IEnumerable<ExpressionValue> items) => new List([.. items]);

    public static Map Of(IEnumerable<KeyValuePair<string, ExpressionValue>> entries) => new([.. entries]);

    public static Map Of(IEnumerable<KeyValuePair<string, string>> entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))]);

    public sealed record Null : ExpressionValue;

    public sealed record Logical(bool Value) : ExpressionValue;

    public sealed record Number(double Value) : ExpressionValue;

    public sealed record Text(string Value) : ExpressionValue;

    /// <param name="Items">The values.</param>
    /// <param name="IsFiltered">Whether it comes from a <c>*</c>: then properties are those of its items.</param>
    public sealed record List(ImmutableArray<ExpressionValue> Items, bool IsFiltered = false) : ExpressionValue;

    /// <summary>Names without regard to case, in the order in which they were given.</summary>
    public sealed record Map(ImmutableArray<KeyValuePair<string, ExpressionValue>> Entries) : ExpressionValue
    {
        public static Map Empty { get; } = new([]);

        /// <summary>The value of that name, or nothing.</summary>
        public ExpressionValue this[string name] =>
            Entries.FirstOrDefault(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? Nothing;

        public bool Has(string name) => Entries.Any(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

        public Map With(string name, ExpressionValue value)
        {
            var index = Entries.ToList().FindIndex(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            return new Map(index < 0
                ? Entries.Add(KeyValuePair.Create(name, value))
                : Entries.SetItem(index, KeyValuePair.Create(Entries[index].Key, value)));
        }
    }
}
