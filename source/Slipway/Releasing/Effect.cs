namespace Slipway.Releasing;

/// <summary>One change outside that a release makes, as a value: planned, written down before it is made, and made.</summary>
/// <param name="Name">What it is to a person and to the journal, one of a kind within a release: <c>upload caro-1.2.3-….tar.gz</c>.</param>
/// <param name="Call">What is sent where, such as <c>POST /repos/octo/caro/releases</c>; without anything secret.</param>
/// <param name="IsIrreversible">Whether nothing undoes it.</param>
public sealed record Effect(ReleaseStep Step, string Name, string Call, bool IsIrreversible = false);
