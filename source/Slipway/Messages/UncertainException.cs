namespace Slipway.Messages;

/// <summary>Nobody knows whether something happened.</summary>
public sealed class UncertainException(string why, Exception? cause) : Exception(why, cause);
