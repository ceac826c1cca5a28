namespace Slipway.Rehearsal.Users;

/// <summary>One thing that a user does with a release, and whether it went well.</summary>
/// <param name="Fix">How to mend what is bad.</param>
public sealed record UserCheck(string Name, bool IsGood, string Detail, string? Fix = null);
