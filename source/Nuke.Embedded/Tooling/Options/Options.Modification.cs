using System.Collections;
using System.Linq.Expressions;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

public abstract partial class Options : IOptions
{
    void IOptions.Set(Expression<Func<object?>> provider, object? value) => Set(provider, value);

    void IOptions.Remove(Expression<Func<object?>> provider) => _values.Remove(NameOf(provider));

    void IOptions.AddCollection(Expression<Func<object?>> provider, IEnumerable value)
        => UpdateList(provider, x => x.AddRange(value.Cast<object?>()));

    void IOptions.RemoveCollection(Expression<Func<object?>> provider, IEnumerable value)
        => UpdateList(provider, x => x.RemoveAll(value.Cast<object?>().Contains));

    void IOptions.ClearCollection(Expression<Func<object?>> provider) => UpdateList(provider, x => x.Clear());

    void IOptions.AddDictionary<TKey, TValue>(Expression<Func<object?>> provider, IEnumerable<KeyValuePair<TKey, TValue>> value)
        => UpdateDictionary(provider, x =>
        {
            foreach (var (key, item) in value)
                x.Add(key!, item);
        });

    void IOptions.AddDictionary<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value)
        => UpdateDictionary(provider, x => x.Add(key!, value));

    void IOptions.SetDictionary<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value)
        => UpdateDictionary(provider, x => x[key!] = value);

    void IOptions.RemoveDictionary<TKey>(Expression<Func<object?>> provider, TKey key)
        => UpdateDictionary(provider, x => x.Remove(key!));

    void IOptions.ClearDictionary(Expression<Func<object?>> provider)
        => UpdateDictionary(provider, x => x.Clear());

    void IOptions.SetLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, IEnumerable<TValue> values)
        => UpdateLookup(provider, x =>
        {
            x.Remove(key!);
            x.AddRange(key!, values.Cast<object?>());
        });

    void IOptions.AddLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, IEnumerable<TValue> values)
        => UpdateLookup(provider, x => x.AddRange(key!, values.Cast<object?>()));

    void IOptions.RemoveLookup<TKey>(Expression<Func<object?>> provider, TKey key)
        => UpdateLookup(provider, x => x.Remove(key!));

    void IOptions.RemoveLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value)
        => UpdateLookup(provider, x => x.Remove(key!, value));

    void IOptions.ClearLookup(Expression<Func<object?>> provider) => UpdateLookup(provider, x => x.Clear());

    private void UpdateList(Expression<Func<object?>> provider, Action<List<object?>> change) => Update(provider, [], change);

    private void UpdateDictionary(Expression<Func<object?>> provider, Action<OrderedDictionary<object, object?>> change)
        => Update(provider, [], change);

    private void UpdateLookup(Expression<Func<object?>> provider, Action<LookupTable<object, object?>> change)
        => Update(provider, new LookupTable<object, object?>(), change);

    // Copies share their collections, so a change starts from a copy.
    private void Update<T>(Expression<Func<object?>> provider, T empty, Action<T> change)
    {
        var name = NameOf(provider);
        var value = _values.GetValueOrDefault(name) is { } current ? (T)OptionValue.Freeze(current)! : empty;
        change(value);
        _values[name] = value;
    }
}
