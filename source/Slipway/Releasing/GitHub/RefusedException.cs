using System.Net;

namespace Slipway.Releasing.GitHub;

/// <summary>GitHub has said no, and nothing was changed.</summary>
public sealed class RefusedException : SlipwayException
{
    internal RefusedException(Refusal refusal, Exception? cause = null)
        : base(KindOf(refusal), Sentence(refusal), HintFor(refusal), location: null, cause) => Refusal = refusal;

    internal Refusal Refusal { get; }

    private static ErrorKind KindOf(Refusal refusal) => refusal switch
    {
        { IsLimit: true } => ErrorKind.Environment,
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => ErrorKind.Configuration,
        _ => ErrorKind.Verdict,
    };

    private static string Sentence(Refusal refusal) => refusal switch
    {
        { IsLimit: true } => "GitHub was asked too much, and wants a longer pause than is worth waiting for.",
        { Status: HttpStatusCode.Unauthorized } => "GitHub does not know the token, or not any more.",
        { Status: HttpStatusCode.Forbidden } => $"GitHub does not let the token do this: {refusal}.",
        { Status: HttpStatusCode.NotFound } => "GitHub has no such thing, or hides it from the token.",
        _ => $"GitHub refuses: {refusal}.",
    };

    private static string HintFor(Refusal refusal) => refusal switch
    {
        { IsLimit: true } => "Run the same again in an hour.",
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => "GITHUB_TOKEN needs the permission 'contents: write' for this repository.",
        _ => "Mend what it says, and run the same again.",
    };
}
