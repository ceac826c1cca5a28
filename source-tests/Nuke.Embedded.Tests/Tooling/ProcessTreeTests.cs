using System.Collections.Concurrent;
using System.Globalization;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ProcessTreeTests
{
    private readonly ProcessSupervisor _supervisor = new();

    [Fact]
    public async Task Killing_everything_leaves_no_grandchild()
    {
        var (process, pids) = await Start("family", 3);
        _supervisor.KillAll();
        pids.ShouldAllBe(x => !IsAlive(x));
        Should.Throw<OperationCanceledException>(() => process.AssertZeroExitCode());
    }

    [Fact]
    public async Task Killing_one_process_leaves_no_grandchild_of_it_and_spares_others()
    {
        var (process, pids) = await Start("family", 3);
        var (other, others) = await Start("sleep", 1);
        process.Kill();
        process.WaitForExit();
        pids.ShouldAllBe(x => !IsAlive(x));
        others.ShouldAllBe(x => IsAlive(x));
        other.Kill();
    }

    [Fact]
    public async Task A_child_whose_parent_has_ended_is_found()
    {
        var (_, pids) = await Start("orphan", 1);
        _supervisor.KillAll();
        pids.ShouldAllBe(x => !IsAlive(x));
    }

    [Fact]
    public async Task A_process_that_does_not_listen_is_ended_by_force()
    {
        var (process, pids) = await Start("stubborn", 1);
        _supervisor.KillAll(grace: TimeSpan.FromMilliseconds(300));
        process.WaitForExit();
        pids.ShouldAllBe(x => !IsAlive(x));
    }

    [Fact]
    public async Task A_second_call_does_not_wait_for_those_that_do_not_listen()
    {
        var (process, pids) = await Start("stubborn", 1);
        var first = Task.Run(() => _supervisor.KillAll(grace: TimeSpan.FromMinutes(5)), TestContext.Current.CancellationToken);
        await Task.Run(() => _supervisor.Token.WaitHandle.WaitOne(), TestContext.Current.CancellationToken);
        _supervisor.KillAll(grace: TimeSpan.Zero);
        await first.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        process.WaitForExit();
        pids.ShouldAllBe(x => !IsAlive(x));
    }

    [Fact]
    public void After_an_interruption_nothing_starts_until_reopened()
    {
        _supervisor.KillAll();
        _supervisor.Token.IsCancellationRequested.ShouldBeTrue();
        Should.Throw<OperationCanceledException>(() => DummyProgram.Start("exit 0", _supervisor));
        _supervisor.Reopen();
        _supervisor.Token.IsCancellationRequested.ShouldBeFalse();
        DummyProgram.Start("exit 0", _supervisor).AssertZeroExitCode().ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_listing_of_ps_is_understood()
        => ProcessTable.ParsePs("  10     1 Ss   /sbin/a MARK_1=1\n 11  10 Z  (b)\n   12    10 S+   c d\n", "MARK_")
            .ShouldBe([new ProcessEntry(10, 1, true), new ProcessEntry(12, 10, false)]);

    private async Task<(RunningProcess Process, IReadOnlyList<int> Pids)> Start(string command, int expected)
    {
        var pids = new ConcurrentQueue<int>();
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = DummyProgram.Start(command, _supervisor, (_, line) =>
        {
            pids.Enqueue(int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            if (pids.Count == expected)
                complete.TrySetResult();
        });
        await complete.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return (process, [.. pids]);
    }

    private static bool IsAlive(int pid) => ProcessTable.Read("no-such-marker").Any(x => x.Id == pid);
}
