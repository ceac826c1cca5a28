using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slipway.Releasing.Journal;

/// <summary>What a release is about to do, and what became of it, on the disk before anything else happens. It saves work; the truth is outside.</summary>
public sealed class ReleaseJournal : IAsyncDisposable
{
    public const string FileName = "journal.jsonl";

    private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    // Neither is there when it is only read.
    private readonly FileStream? _stream;
    private readonly FileStream? _others;
    private readonly TimeProvider _time;
    private readonly Action<JournalEntry>? _written;
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries;

    private ReleaseJournal(FileStream? stream, FileStream? others, List<JournalEntry> entries, TimeProvider time, Action<JournalEntry>? written) =>
        (_stream, _others, _entries, _time, _written) = (stream, others, entries, time, written);

    /// <summary>What was written, in its order.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>The file's name without what belongs to another release, which is put aside with its tag in its name.</summary>
    /// <exception cref="SlipwayException">Another run has the journal, or it is damaged.</exception>
    /// <param name="written">Is told of each line when it is on the disk.</param>
    public static ReleaseJournal Open(string path, JournalSubject subject, TimeProvider time, Action<JournalEntry>? written = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var journal = Take(path, time, written);
        if (journal._entries.Count > 0 && SubjectOf(journal._entries) != subject)
        {
            var other = SubjectOf(journal._entries);
            journal.Close();
            File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, NameOfOther(other, time)), overwrite: false);
            journal = Take(path, time, written);
        }

        if (journal._entries.Count == 0)
            journal.Write(JournalPhase.Begin, null, "release", [new("tag", subject.Tag), new("commit", subject.Commit), new("forge", subject.Forge)]);
        return journal;
    }

    /// <summary>What was written of a release, for those who perform nothing; empty when it is about another. Takes it from nobody.</summary>
    /// <exception cref="SlipwayException">It is damaged.</exception>
    public static ReleaseJournal Peek(string path, JournalSubject subject)
    {
        var entries = JournalReader.Read(path);
        return new ReleaseJournal(null, null, SubjectOf(entries) == subject ? [.. entries] : [], TimeProvider.System, null);
    }

    /// <summary>What the entries are about; null when there are none.</summary>
    public static JournalSubject? SubjectOf(IReadOnlyList<JournalEntry> entries) =>
        entries is [{ Phase: JournalPhase.Begin } begin, ..] ? new JournalSubject(begin["tag"] ?? "", begin["commit"] ?? "", begin["forge"] ?? "") : null;

    /// <summary>Makes an effect between its intent and its outcome.</summary>
    /// <param name="outcome">What a later run can use.</param>
    public async Task<T> PerformAsync<T>(
        Effect effect,
        Func<Task<T>> act,
        Func<T, IEnumerable<KeyValuePair<string, string>>>? outcome = null)
    {
        Write(JournalPhase.Intent, effect.Step, effect.Name, [new("call", effect.Call)]);
        try
        {
            var result = await act();
            Write(JournalPhase.Done, effect.Step, effect.Name, outcome?.Invoke(result) ?? []);
            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Write(JournalPhase.Failed, effect.Step, effect.Name, [new("why", exception.Message.ReplaceLineEndings(" "))]);
            throw;
        }
    }

    /// <summary>The last outcome of an effect; null when it was never made, as far as this machine knows.</summary>
    public JournalEntry? Find(string name)
    {
        lock (_lock)
            return _entries.FindLast(entry => entry.Phase == JournalPhase.Done && entry.Name == name);
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private static ReleaseJournal Take(string path, TimeProvider time, Action<JournalEntry>? written)
    {
        var others = KeepOut(path);
        FileStream? stream = null;
        try
        {
            // It may be read while it is written.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var (entries, length) = JournalReader.Read(stream, path);
            // A line that was never finished says nothing: what it was about is asked outside.
            stream.SetLength(length);
            stream.Seek(0, SeekOrigin.End);
            return new ReleaseJournal(stream, others, [.. entries], time, written);
        }
        catch
        {
            stream?.Dispose();
            others.Dispose();
            throw;
        }
    }

    private static FileStream KeepOut(string path)
    {
        try
        {
            return new FileStream(Path.Combine(Path.GetDirectoryName(path)!, ".journal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new SlipwayException(ErrorKind.Environment, "Another run is at this release.", "Let it end, or end it, and try again.", new SourceLocation(path), exception);
        }
    }

    private void Close()
    {
        _stream?.Dispose();
        _others?.Dispose();
    }

    private static string NameOfOther(JournalSubject? other, TimeProvider time)
    {
        var tag = string.Concat((other?.Tag ?? "").Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' or '+' ? sign : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"journal-{tag}-{time.GetUtcNow():yyyyMMddTHHmmssfff}.jsonl");
    }

    private void Write(JournalPhase phase, ReleaseStep? step, string name, IEnumerable<KeyValuePair<string, string>> data)
    {
        if (_stream is null)
            throw new InvalidOperationException("The journal was opened to be read.");
        lock (_lock)
        {
            var entry = new JournalEntry(_time.GetUtcNow(), phase, step, name, Nothing.SetItems(data));
            _stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, JournalJson.Lines.JournalEntry) + "\n"));
            _stream.Flush(flushToDisk: true);
            _entries.Add(entry);
            _written?.Invoke(entry);
        }
    }
}
