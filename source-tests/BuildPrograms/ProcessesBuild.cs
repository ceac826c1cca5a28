using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace BuildPrograms;

class ProcessesBuild : NukeBuild
{
    public static int Start() => Execute<ProcessesBuild>(x => x.Hang);

    [PathVariable] readonly Tool Git;

    // A shell that starts a child of its own and waits for it.
    Target Hang => _ => _
        .Executes(() =>
        {
            (TemporaryDirectory / "hangs").WriteAllText("yes");
            Log.Information("hanging");
            ProcessTasks.StartProcess("/bin/sh", "-c \"sleep 600 & echo child $!; wait\"").AssertZeroExitCode();
        });

    Target CleanUp => _ => _
        .AssuredAfterFailure()
        .After(Hang)
        .Executes(() => ProcessTasks.StartProcess("/bin/echo", "cleaned up").AssertZeroExitCode());

    Target Version => _ => _
        .Executes(() => Git("--version"));

    Target Fails => _ => _
        .Executes(() => ProcessTasks.StartProcess("/bin/sh", "-c \"echo to stderr >&2; exit 3\"").AssertZeroExitCode());

    Target WritesToStderr => _ => _
        .Executes(() => ProcessTasks.StartProcess("/bin/sh", "-c \"echo progress >&2\"").AssertZeroExitCode());
}
