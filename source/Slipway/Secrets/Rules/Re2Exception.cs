namespace Slipway.Secrets.Rules;

/// <summary>A pattern is not one of Go's, or has no counterpart in .NET; the message ends a sentence.</summary>
public sealed class Re2Exception(string message) : Exception(message);
