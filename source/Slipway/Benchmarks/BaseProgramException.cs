namespace Slipway.Benchmarks;

/// <summary>A program of the base failed, which is not the head's fault.</summary>
public sealed class BaseProgramException(SlipwayException cause) : SlipwayException(ErrorKind.Verdict, cause.Message, cause: cause);
