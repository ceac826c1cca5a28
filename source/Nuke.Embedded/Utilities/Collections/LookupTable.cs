using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be changed; keys and values keep the order they were added in.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
    where TKey : notnull
{
    private readonly OrderedDictionary<TKey, Group> _groups;

    public LookupTable(IEqualityComparer<TKey>? comparer = null) => _groups = new(comparer);

    public LookupTable(ILookup<TKey, TValue> lookupTable, IEqualityComparer<TKey>? comparer = null)
        : this(comparer)
    {
        foreach (var group in lookupTable)
            AddRange(group.Key, group);
    }

    public int Count => _groups.Count;

    /// <summary>The values of a key; none if the key is not there.</summary>
    public IEnumerable<TValue> this[TKey key] => _groups.TryGetValue(key, out var group) ? group.Values : [];

    public bool Contains(TKey key) => _groups.ContainsKey(key);

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new Group(key));
        group.Values.AddRange(values);
    }

    public void Remove(TKey key) => _groups.Remove(key);

    /// <summary>Removes a value, and its key with the last one.</summary>
    public void Remove(TKey key, TValue value)
    {
        if (_groups.TryGetValue(key, out var group) && group.Values.Remove(value) && group.Values.Count == 0)
            _groups.Remove(key);
    }

    public void Clear() => _groups.Clear();

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() => _groups.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Group(TKey key) : IGrouping<TKey, TValue>
    {
        public TKey Key => key;

        public List<TValue> Values { get; } = [];

        public IEnumerator<TValue> GetEnumerator() => Values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
