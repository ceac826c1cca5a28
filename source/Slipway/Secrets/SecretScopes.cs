namespace Slipway.Secrets;

/// <summary>Where secrets are looked for.</summary>
[Flags]
public enum SecretScopes
{
    None = 0,

    /// <summary>The files that are, or could be, committed.</summary>
    Tree = 1,

    /// <summary>What the commits since the base add, also what a later one removes.</summary>
    Changes = 2,

    /// <summary>What all commits of all branches and tags add.</summary>
    History = 4,
}
