namespace Nuke.Common.Utilities.Collections;

/// <summary>Fills dictionaries inside an expression.</summary>
public static class DictionaryExtensions
{
    /// <summary>Adds a value; the key must be new.</summary>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue? value)
        where TKey : notnull
    {
        dictionary.Add(key, value!);
        return dictionary;
    }

    /// <summary>Adds a value; the key must be new.</summary>
    public static IDictionary<TKey, TValue> AddPair<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue? value)
        where TKey : notnull
    {
        dictionary.Add(key, value!);
        return dictionary;
    }

    /// <summary>Adds a value if there is one.</summary>
    public static Dictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(
        this Dictionary<TKey, TValue> dictionary,
        TKey key,
        TValue? value)
        where TKey : notnull =>
        value is null ? dictionary : dictionary.AddPair(key, value);

    /// <summary>Adds a value if there is one.</summary>
    public static IDictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(
        this IDictionary<TKey, TValue> dictionary,
        TKey key,
        TValue? value)
        where TKey : notnull =>
        value is null ? dictionary : dictionary.AddPair(key, value);

    /// <summary>Sets a value, whether the key is new or not.</summary>
    public static Dictionary<TKey, TValue> SetKeyValue<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue? value)
        where TKey : notnull
    {
        dictionary[key] = value!;
        return dictionary;
    }

    /// <summary>Sets a value, whether the key is new or not.</summary>
    public static IDictionary<TKey, TValue> SetKeyValue<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue? value)
        where TKey : notnull
    {
        dictionary[key] = value!;
        return dictionary;
    }
}
