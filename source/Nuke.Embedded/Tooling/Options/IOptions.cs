using System.Collections;
using System.Linq.Expressions;

namespace Nuke.Common.Tooling;

/// <summary>Changes the values of options while they are modified; properties are named by expressions.</summary>
public interface IOptions
{
    void Set(Expression<Func<object?>> provider, object? value);

    void Remove(Expression<Func<object?>> provider);

    void AddCollection(Expression<Func<object?>> provider, IEnumerable value);

    void RemoveCollection(Expression<Func<object?>> provider, IEnumerable value);

    void ClearCollection(Expression<Func<object?>> provider);

    void AddDictionary<TKey, TValue>(Expression<Func<object?>> provider, IEnumerable<KeyValuePair<TKey, TValue>> value);

    /// <summary>Adds a value; the key must be new.</summary>
    void AddDictionary<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value);

    void SetDictionary<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value);

    void RemoveDictionary<TKey>(Expression<Func<object?>> provider, TKey key);

    void ClearDictionary(Expression<Func<object?>> provider);

    void SetLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, IEnumerable<TValue> values);

    void AddLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, IEnumerable<TValue> values);

    void RemoveLookup<TKey>(Expression<Func<object?>> provider, TKey key);

    void RemoveLookup<TKey, TValue>(Expression<Func<object?>> provider, TKey key, TValue value);

    void ClearLookup(Expression<Func<object?>> provider);
}
