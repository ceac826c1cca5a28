using System.Collections.Frozen;

namespace Slipway.Rehearsal.Crates;

/// <summary>The registry's rules for names, and where a name stands in the index.</summary>
internal static class CrateName
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "alloc", "core", "proc_macro", "std", "test", "nul", "con", "prn", "aux",
        "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "lpt4", "self", "super", "crate");

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? Mistake(string name) => name switch
    {
        _ when name.Length is 0 or > 64 => $"the name `{name}` is too long: a crate name has 1 to 64 characters",
        _ when !char.IsAsciiLetter(name[0]) => $"invalid character `{name[0]}` in crate name: `{name}`, the first character must be an ASCII letter",
        _ when name.FirstOrDefault(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) is var wrong and not '\0' =>
            $"invalid character `{wrong}` in crate name: `{name}`, characters must be an ASCII alphanumeric characters, `-`, or `_`",
        _ when Reserved.Contains(Canonical(name)) => $"cannot upload a crate with a reserved name: `{name}`",
        _ => null,
    };

    /// <summary>Names that differ only in case, hyphens and underscores are the same.</summary>
    public static string Canonical(string name) => name.ToLowerInvariant().Replace('-', '_');

    /// <summary>The place in the index, as cargo asks for it.</summary>
    public static string IndexPath(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.Length switch
        {
            1 => $"1/{lower}",
            2 => $"2/{lower}",
            3 => $"3/{lower[0]}/{lower}",
            _ => $"{lower[..2]}/{lower[2..4]}/{lower}",
        };
    }
}
