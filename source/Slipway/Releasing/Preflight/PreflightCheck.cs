namespace Slipway.Releasing;

/// <summary>One thing that could stand in the way of a release.</summary>
/// <param name="Fix">How to mend what is bad.</param>
public sealed record PreflightCheck(string Name, PreflightVerdict Verdict, string Message, string? Fix = null, SourceLocation? Location = null)
{
    public static PreflightCheck Good(string name, string message) => new(name, PreflightVerdict.Good, message);

    public static PreflightCheck Note(string name, string message, string? fix = null) => new(name, PreflightVerdict.Note, message, fix);

    public static PreflightCheck Bad(string name, string message, string? fix, SourceLocation? location = null) =>
        new(name, PreflightVerdict.Bad, message, fix, location);

    public static PreflightCheck Bad(string name, SlipwayException error) => Bad(name, error.Message, error.Hint, error.Location);
}
