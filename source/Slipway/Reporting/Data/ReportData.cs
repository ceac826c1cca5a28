using System.Text.Json;

namespace Slipway.Reporting.Data;

/// <summary>What stages leave beside their gates for the charts of a report.</summary>
internal sealed class ReportData(string folder)
{
    public const string Coverage = "coverage.json";
    public const string Benchmarks = "benchmarks.json";
    public const string Sizes = "sizes.json";

    private readonly List<string> _problems = [];

    /// <summary>The files that could not be read, as sentences.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a list; one that is not there is empty, and so is one that is broken, which is a problem to show.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string file, CancellationToken cancellationToken)
    {
        try
        {
            return StrictJson.Read<T[]>(await File.ReadAllTextAsync(Path.Combine(folder, file), cancellationToken));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? FormattableString.Invariant($", line {line + 1}") : "";
            _problems.Add($"{file} is not shown: it is not what it should be{(exception.Path is null or "$" ? "" : $" at {exception.Path}")}{place}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{file} is not shown: it could not be read.");
        }

        return [];
    }
}
