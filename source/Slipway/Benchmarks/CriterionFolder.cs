using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Slipway.Benchmarks;

/// <summary>What criterion leaves in its folder: <c>…/new/sample.json</c> and <c>benchmark.json</c> for each benchmark.</summary>
internal static class CriterionFolder
{
    /// <exception cref="SlipwayException">A file is not what criterion writes.</exception>
    public static IReadOnlyList<BenchmarkSample> Read(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var samples = new List<BenchmarkSample>();
        foreach (var file in Directory.EnumerateFiles(folder, "sample.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var place = Path.GetDirectoryName(file)!;
            if (Path.GetFileName(place) == "new")
                samples.AddRange(Read(file, Path.Combine(place, "benchmark.json")));
        }

        return samples;
    }

    private static IEnumerable<BenchmarkSample> Read(string samplesFile, string benchmarkFile)
    {
        var samples = Load(samplesFile, BenchmarkJson.Default.CriterionSamples);
        var name = Load(benchmarkFile, BenchmarkJson.Default.CriterionBenchmark).FullId;
        if (string.IsNullOrEmpty(name))
            throw Unreadable(benchmarkFile);
        if (samples is not { Iters: { } iterations, Times: { } times } || iterations.Length != times.Length)
            throw Unreadable(samplesFile);
        var all = iterations.Zip(times, (count, time) => new BenchmarkSample(name, count, time)).ToList();
        return all.TrueForAll(sample => sample.IsUsable || sample is { Iterations: > 0, Nanoseconds: 0 })
            ? all.Where(sample => sample.IsUsable)
            : throw Unreadable(samplesFile);
    }

    private static T Load<T>(string file, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), type) ?? throw Unreadable(file);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw Unreadable(file, exception);
        }
    }

    private static SlipwayException Unreadable(string file, Exception? cause = null) => new(
        ErrorKind.Configuration,
        $"{Path.GetFileName(file)} is not what criterion writes{(cause is null ? "" : $": {cause.Message}")}.",
        "Use criterion 0.3 or newer with its own files, or write the samples as docs/benchmarks.md says.",
        cause: cause);
}
