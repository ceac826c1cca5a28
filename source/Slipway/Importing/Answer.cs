namespace Slipway.Importing;

/// <summary>What GitHub answers.</summary>
/// <param name="Value">Null when there is no such thing.</param>
/// <param name="Tag">Asks the next time whether it has changed; null when GitHub gives none.</param>
/// <param name="IsUnchanged">Whether it is what the tag stands for, and was not sent again.</param>
internal readonly record struct Answer<T>(T? Value, string? Tag, bool IsUnchanged)
    where T : class;
