using CliWrap;
using CliWrap.Buffered;

namespace Startup;

/// <summary>One way to start something: commands that run one after the other, and how long they took.</summary>
sealed class Contestant(string name, TimeProvider time, params IReadOnlyList<Command> commands)
{
    private readonly List<double> _milliseconds = [];

    public string Name => name;

    public double Minimum => _milliseconds.Min();

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public int Rounds => _milliseconds.Count;

    /// <summary>A start that does not count: it compiles what there is to compile and warms the file cache.</summary>
    public async Task WarmUpAsync()
    {
        foreach (var command in commands)
        {
            var result = await command.ExecuteBufferedAsync();
            if (result.ExitCode != 0)
                throw new InvalidOperationException(
                    $"{command} ended with exit code {result.ExitCode}:\n{result.StandardOutput}{result.StandardError}");
        }
    }

    public async Task RunAsync()
    {
        var start = time.GetTimestamp();
        foreach (var command in commands)
            await command.ExecuteAsync();
        _milliseconds.Add(time.GetElapsedTime(start).TotalMilliseconds);
    }
}
