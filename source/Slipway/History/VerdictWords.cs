namespace Slipway.History;

/// <summary>Verdicts as a history writes them: the words that runs of this machine have, too.</summary>
internal static class VerdictWords
{
    private static readonly Dictionary<RunVerdict, string> Words = new()
    {
        [RunVerdict.Pass] = "pass",
        [RunVerdict.Fail] = "fail",
        [RunVerdict.Cancelled] = "interrupted",
        [RunVerdict.Skipped] = "skipped",
    };

    public static string Of(RunVerdict verdict) => Words[verdict];

    /// <summary>Null for a word that this version does not know.</summary>
    public static RunVerdict? Find(string word) => Words.Where(x => x.Value == word).Select(x => (RunVerdict?)x.Key).FirstOrDefault();
}
