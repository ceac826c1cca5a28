using System;
using System.Threading;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

// Left and Right each wait for the other: run one after the other, they never end.
class ParallelBuild : NukeBuild
{
    public static int Start() => Execute<ParallelBuild>(x => x.Both);

    static readonly ManualResetEventSlim LeftIsThere = new();
    static readonly ManualResetEventSlim RightIsThere = new();

    Target Left => _ => _
        .Executes(() =>
        {
            for (var line = 1; line <= 20; line++)
                Console.WriteLine($"left {line}");
            LeftIsThere.Set();
            Assert.True(RightIsThere.Wait(TimeSpan.FromSeconds(20)), "Right did not run beside Left");
            Log.Information("left ends");
        });

    Target Right => _ => _
        .Executes(() =>
        {
            for (var line = 1; line <= 20; line++)
                Console.WriteLine($"right {line}");
            RightIsThere.Set();
            Assert.True(LeftIsThere.Wait(TimeSpan.FromSeconds(20)), "Left did not run beside Right");
            Log.Information("right ends");
        });

    Target Both => _ => _
        .DependsOn(Left, Right)
        .Executes(() => Log.Information("both"));

    Target Alone1 => _ => _.Executes(() => Enter("alone1"));
    Target Alone2 => _ => _.Executes(() => Enter("alone2"));

    static int Inside;

    static void Enter(string name)
    {
        Assert.True(Interlocked.Increment(ref Inside) == 1, "another target runs at the same time");
        Thread.Sleep(50);
        Interlocked.Decrement(ref Inside);
        Log.Information("{Name}", name);
    }
}
