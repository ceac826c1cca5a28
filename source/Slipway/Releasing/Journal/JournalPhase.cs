namespace Slipway.Releasing.Journal;

public enum JournalPhase
{
    /// <summary>Says which release the journal is about; always the first.</summary>
    Begin,

    /// <summary>An effect is about to be made.</summary>
    Intent,

    /// <summary>It was made.</summary>
    Done,

    /// <summary>It was refused, or nobody knows what became of it.</summary>
    Failed,
}
