namespace Slipway.Importing;

/// <summary>GitHub has been asked as much as it allows.</summary>
/// <param name="until">When it may be asked again; null when it did not say.</param>
public sealed class ImportLimitException(DateTimeOffset? until) : Exception("GitHub allows no more requests for now.")
{
    public DateTimeOffset? Until => until;
}
