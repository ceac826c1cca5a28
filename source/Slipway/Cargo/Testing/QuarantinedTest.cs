namespace Slipway.Cargo.Testing;

/// <summary>A test whose failure does not count for a while.</summary>
/// <param name="Name">
/// The suite and the test, such as <c>unit::parser::tests::reads</c>; where several programs have a test of that name, the
/// program may stand between them.
/// </param>
/// <param name="Reason">Why it fails, and why that can wait.</param>
/// <param name="Until">The last day on which it does not count.</param>
/// <param name="Link">Where it is being mended.</param>
public sealed record QuarantinedTest(string Name, string Reason, DateOnly Until, string? Link = null)
{
    public string Suite => Name.IndexOf("::", StringComparison.Ordinal) is var end and >= 0 ? Name[..end] : Name;

    public bool IsExpired(DateOnly today) => Until < today;

    /// <summary>Whether it names this one.</summary>
    public bool Matches(string suite, string group, string test) =>
        Name == $"{suite}::{test}" || Name == $"{suite}::{group}::{test}";
}
