using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Slipway.Processes;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>
/// How programs are started: those that are known by a stand-in that writes down its arguments and becomes the real one,
/// and all others by looking at the command lines of this machine again and again.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class StartedPrograms
{
    private readonly ConcurrentDictionary<string, byte> _lines = new(StringComparer.Ordinal);
    private readonly string _log;

    private StartedPrograms(string folder) => (Folder, _log) = (folder, Path.Combine(folder, "started.txt"));

    /// <summary>With the stand-ins.</summary>
    public string Folder { get; }

    public static StartedPrograms At(string folder, params string[] names)
    {
        Directory.CreateDirectory(folder);
        var started = new StartedPrograms(folder);
        foreach (var name in names)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, $"#!/bin/sh\n{{ printf '%s ' {name} \"$@\"; echo; }} >> '{started._log}'\nexec '{Executables.Find(name)}' \"$@\"\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return started;
    }

    /// <summary>The command lines that the stand-ins have seen.</summary>
    public string Told => File.ReadAllText(_log);

    /// <summary>Those that were seen at any time.</summary>
    public string Seen => string.Join('\n', _lines.Keys);

    /// <summary>Looks until the task ends.</summary>
    public async Task<T> DuringAsync<T>(Task<T> task)
    {
        await Task.Run(() =>
        {
            while (!task.IsCompleted)
                Look();
        });
        return await task;
    }

    private void Look()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(x => char.IsAsciiDigit(Path.GetFileName(x)[0])))
        {
            try
            {
                _lines.TryAdd(File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' '), 0);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has ended, or is somebody else's.
            }
        }

        Thread.Sleep(5);
    }
}
