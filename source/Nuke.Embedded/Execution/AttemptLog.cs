using System.Security.Cryptography;
using System.Text;
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
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', invocation))));
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
}
