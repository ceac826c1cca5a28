using System;
using System.Threading;
using System.Threading.Tasks;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

// Fails where the variable FAIL says.
class FailuresBuild : NukeBuild
{
    public static int Start() => Execute<FailuresBuild>(x => x.Last);

    public FailuresBuild() => FailAt("constructor");

    static void FailAt(string place)
    {
        if (Environment.GetEnvironmentVariable("FAIL") == place)
            throw new InvalidOperationException($"{place} broke");
    }

    protected override void OnBuildCreated() => FailAt("created");
    protected override void OnBuildInitialized() => FailAt("initialized");
    protected override void OnBuildFinished() => FailAt("finished");
    protected override void OnTargetRunning(string target) => FailAt("running");
    protected override void OnTargetSkipped(string target) => FailAt("skipped");
    protected override void OnTargetSucceeded(string target) => FailAt("succeeded");

    Target Off => _ => _.OnlyWhenStatic(() => false).Executes(() => { });
    Target First => _ => _.DependsOn(Off).Executes(() => Log.Information("first"));
    Target Last => _ => _.DependsOn(First).Executes(() => Log.Information("last"));

    Target Definition => _ =>
    {
        FailAt("definition");
        return _;
    };

    Target Thread => _ => _.Executes(() =>
    {
        var thread = new Thread(() => throw new InvalidOperationException("the thread broke"));
        thread.Start();
        thread.Join();
        Log.Information("after the thread");
    });

    Target StaticConstructor => _ => _.Executes(() => Log.Information("{Number}", Broken.Number));
    Target NoMessage => _ => _.Executes(() => throw new NoMessageException());

    Target Several => _ => _.Executes(() => Task.WaitAll(
        Task.Run(() => throw new InvalidOperationException("one broke")),
        Task.Run(() => throw new InvalidOperationException("two broke"))));

    static class Broken
    {
        public static readonly int Number = int.Parse("no number", System.Globalization.CultureInfo.InvariantCulture);
    }

    sealed class NoMessageException : Exception
    {
        public override string Message => "";
    }
}
