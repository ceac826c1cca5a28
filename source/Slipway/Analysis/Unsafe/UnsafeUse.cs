namespace Slipway.Analysis.Unsafe;

/// <summary>What the word <c>unsafe</c> stands before.</summary>
public enum UnsafeKind
{
    Block,
    Function,
    Implementation,
    Trait,
    ExternBlock,
    Attribute,
}

/// <summary>A place where the compiler trusts the author.</summary>
/// <param name="Package">The crate that it is in.</param>
/// <param name="File">Path below the workspace, with slashes.</param>
/// <param name="HasReason">Whether a comment says why it is sound: <c>// SAFETY:</c>, or <c># Safety</c> for functions and traits.</param>
public sealed record UnsafeUse(string Package, string File, int Line, int Column, UnsafeKind Kind, bool HasReason);
