using CliWrap;
using CliWrap.Buffered;

namespace Caching;

/// <summary>One way through stages 1 to 3: commands in a copy of the sample, one after the other.</summary>
sealed class Contestant(string name, string folder, TimeProvider time, IReadOnlyList<Command> commands, params string[] made)
{
    private readonly List<double> _cold = [];
    private readonly List<double> _warm = [];

    public string Name => name;

    public double Cold => Median(_cold);

    public double Warm => Median(_warm);

    /// <summary>Without anything that an earlier run has made, and then again with nothing changed.</summary>
    public async Task RunAsync()
    {
        foreach (var path in made.Select(x => Path.Combine(folder, x)).Where(Directory.Exists))
            Directory.Delete(path, recursive: true);
        _cold.Add(await MeasureAsync());
        _warm.Add(await MeasureAsync());
    }

    private async Task<double> MeasureAsync()
    {
        var started = time.GetTimestamp();
        foreach (var command in commands)
        {
            var result = await command.ExecuteBufferedAsync();
            if (result.ExitCode != 0)
                throw new InvalidOperationException($"{command} ended with exit code {result.ExitCode}:\n{result.StandardOutput}{result.StandardError}");
        }

        return time.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
