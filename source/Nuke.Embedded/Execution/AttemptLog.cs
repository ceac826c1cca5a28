using System.Globalization;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Which targets of this invocation have succeeded, so that <c>--continue</c> can leave them out.</summary>
internal sealed class AttemptLog
{
    private readonly AbsolutePath _file;
    private readonly HashSet<string> _succeeded;
    private readonly Lock _lock = new();

    private AttemptLog(AbsolutePath file, IEnumerable<string> succeeded)
    {
        _file = file;
        _succeeded = [.. succeeded];
    }

    /// <summary>Another invocation since the last run: nothing can be continued.</summary>
    public bool HasRestarted { get; private init; }

    public static AttemptLog Open(AbsolutePath directory, IEnumerable<string> invocation, bool isContinued)
    {
        var file = directory / "build-attempt.log";
        var hash = Hash(string.Join('\n', invocation));
        var lines = isContinued && File.Exists(file) ? File.ReadAllLines(file) : [];
        var isSame = lines.FirstOrDefault() == hash;
        if (!isSame)
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(file, hash + "\n");
        }

        return new AttemptLog(file, isSame ? lines.Skip(1) : []) { HasRestarted = isContinued && !isSame };
    }

    public bool HasSucceeded(string target) => _succeeded.Contains(target);

    public void AddSucceeded(string target)
    {
        lock (_lock)
            File.AppendAllText(_file, target + "\n");
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
