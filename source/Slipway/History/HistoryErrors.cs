using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>What is wrong with a history, for its user.</summary>
internal static class HistoryErrors
{
    /// <summary>SQLite's number for a file that is something else.</summary>
    public const int NoDatabase = 26;

    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;

    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NoDatabase;

    public static SlipwayException Newer(string path, int version) => new(
        ErrorKind.Configuration,
        FormattableString.Invariant($"{path} was written by a newer Slipway (schema {version}; this one knows {HistorySchema.CurrentVersion})."),
        "Use that one, or remove the file: it is only a history.");

    public static SlipwayException Foreign(string path) => new(
        ErrorKind.Configuration,
        $"{path} is the database of another program.",
        "Move it away.");

    public static SlipwayException Damaged(string path, Exception cause) => Environment(
        $"{path} is damaged, and nothing of it was taken over.", "Leave it out, or take an older copy of it.", cause);

    /// <summary>What an exception means, or null when it is none of a database.</summary>
    public static SlipwayException? Explain(Exception exception, string path) => exception switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => Environment(
            $"{path} is locked by another process.", "End the program that keeps it open, and run again.", exception),
        SqliteException { SqliteErrorCode: ReadOnly } => Environment(
            $"{path} is read-only.", "Make it and its folder writable.", exception),
        SqliteException { SqliteErrorCode: CannotOpen } => Environment(
            $"{path} cannot be opened.", "Make its folder writable, and see that nothing else has its name.", exception),
        SqliteException { SqliteErrorCode: Full } => Environment(
            $"{path} cannot grow: the disk is full.", "Make room.", exception),
        SqliteException other => Environment(
            $"{path} cannot be used: {other.Message}", "Move the file away, and a new one begins.", exception),
        IOException or UnauthorizedAccessException => Environment(
            exception.Message, "Make the folder writable.", exception),
        // Where the package has no library for the system.
        DllNotFoundException or TypeInitializationException => Environment(
            "SQLite cannot be loaded on this system.", "Without it there is no history.", exception),
        _ => null,
    };

    private static SlipwayException Environment(string message, string hint, Exception cause) => new(ErrorKind.Environment, message, hint, cause: cause);
}
