namespace Slipway;

/// <summary>Whose fault a failure is; the number is the exit code of a program that ends with it.</summary>
public enum ErrorKind
{
    None = 0,

    /// <summary>The pipeline says no.</summary>
    Verdict = 1,

    /// <summary>Wrong usage or configuration: the person who typed or wrote it can mend it.</summary>
    Configuration = 2,

    /// <summary>The machine lacks something.</summary>
    Environment = 3,
}
