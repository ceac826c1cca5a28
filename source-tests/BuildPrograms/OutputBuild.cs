using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class OutputBuild : NukeBuild
{
    public static int Start() => Execute<OutputBuild>(x => x.Unfinished);

    static readonly ManualResetEventSlim IsWaiting = new();
    static readonly ManualResetEventSlim HasWritten = new();

    [Parameter][Secret] readonly string Key;

    Target Unfinished => _ => _.Executes(async () =>
    {
        Console.Write("unfinished by the target");
        await Task.Yield();
        await Task.Run(() => Console.Write(" and its task"));
    });

    Target Tasks => _ => _.Executes(() => Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(() =>
    {
        for (var line = 0; line < 100; line++)
            Console.WriteLine($"task {task} line {line}");
    }))));

    // Its thread goes on writing when the target has ended.
    Target LeavesThread => _ => _.Executes(() => new Thread(() =>
    {
        IsWaiting.Wait(TimeSpan.FromSeconds(20));
        Console.WriteLine("late");
        Log.Information("late, too");
        HasWritten.Set();
    }).Start());

    Target Block => _ => _.DependsOn(LeavesThread).Executes(() =>
    {
        Console.WriteLine("block begins");
        IsWaiting.Set();
        HasWritten.Wait(TimeSpan.FromSeconds(20));
        Console.WriteLine("block ends");
    });

    Target ManyLines => _ => _.Executes(() => Write("many"));
    Target MoreLines => _ => _.Executes(() => Write("more"));
    Target Floods => _ => _.DependsOn(ManyLines, MoreLines);

    Target Leaks => _ => _.Executes(() =>
    {
        foreach (var character in Key)
            Console.Write(character);
        Console.WriteLine();
        Log.Information("an object: {@Value}", new { Key });
        Log.Error(new InvalidOperationException("wrapped " + Key), "the key is {Key}", Key);
    });

    static void Write(string word)
    {
        for (var line = 0; line < 10_000; line++)
            Console.WriteLine($"{word} {line} {new string('x', 80)}");
    }
}
