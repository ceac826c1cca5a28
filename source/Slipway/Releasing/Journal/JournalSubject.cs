namespace Slipway.Releasing.Journal;

/// <summary>The release that a journal is about; one of another is no help.</summary>
/// <param name="Forge"><c>github</c> or <c>rehearsal</c>: what was rehearsed did not happen.</param>
public sealed record JournalSubject(string Tag, string Commit, string Forge);
