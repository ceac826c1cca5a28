using System.Globalization;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Which targets of this invocation have succeeded, so that <c>--continue</c> can leave them out.</summary>
internal sealed class AttemptLog
{
    private readonly AbsolutePath _file;
    private readonly List<string> _lines;
    private readonly HashSet<string> _succeeded;
    private readonly Lock _lock = new();

    private AttemptLog(AbsolutePath file, string hash, IEnumerable<string> succeeded)
    {
        _file = file;
        _succeeded = [.. succeeded];
        _lines = [hash, .. _succeeded];
    }

    /// <summary>Another invocation since the last run: nothing can be continued.</summary>
    public bool HasRestarted { get; private init; }

    public static AttemptLog Open(AbsolutePath directory, IEnumerable<string> invocation, bool isContinued)
    {
        var file = directory / "build-attempt.log";
        var hash = Hash(string.Join('\n', invocation));
        var lines = isContinued && File.Exists(file) ? File.ReadAllLines(file) : [];
        var isSame = lines.FirstOrDefault() == hash;
        var log = new AttemptLog(file, hash, isSame ? lines.Skip(1) : []) { HasRestarted = isContinued && !isSame };
        if (!isSame)
            log.Write();
        return log;
    }

    public bool HasSucceeded(string target) => _succeeded.Contains(target);

    public void AddSucceeded(string target)
    {
        lock (_lock)
        {
            _lines.Add(target);
            Write();
        }
    }

    // As a whole: another run in the same repository must not add its targets to those of this one.
    private void Write()
    {
        try
        {
            var temporary = _file.Parent / $".{_file.Name}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
            File.WriteAllText(temporary, string.Join('\n', _lines) + "\n");
            File.Move(temporary, _file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without it, only --continue starts from the beginning.
            Log.Verbose(exception, "{File} cannot be written", _file.ToString());
        }
    }

    // Arguments can be secret, so they are not kept as they are. FNV-1a: to load cryptography takes longer than a short run.
    private static string Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 1099511628211);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
