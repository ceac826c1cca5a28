namespace Slipway.Releasing.GitHub;

/// <summary>GitHub gave no proper answer: nobody knows what became of the request.</summary>
public sealed class LostAnswerException : SlipwayException
{
    internal LostAnswerException(string why, Exception? cause = null)
        : base(ErrorKind.Environment, $"GitHub gave no proper answer: {why}.", "Run the same again later: it looks first what is done.", location: null, cause) => Why = why;

    internal string Why { get; }
}
