using System.Text.Json;

namespace Slipway.Reporting.Data;

/// <summary>Reads what stages leave beside their gates for the charts of the page.</summary>
internal sealed class ReportDataReader(string folder)
{
    private const int KnownVersion = 1;

    private readonly List<string> _problems = [];

    /// <summary>What could not be read, as sentences.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The file of that name, and those of the legs of a job's matrix.</summary>
    /// <param name="name">Without <c>.json</c>.</param>
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IReportData
    {
        if (!Directory.Exists(folder))
            return [];
        var all = new List<T>();
        foreach (var file in Directory.EnumerateFiles(folder, ReportFileName.Pattern(name)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal))
        {
            if (await ReadAsync<T>(file, cancellationToken) is { } data)
                all.Add(data);
        }

        return all;
    }

    /// <summary>Null when the file is not there, or broken, which then is a problem.</summary>
    public async Task<T?> ReadAsync<T>(string file, CancellationToken cancellationToken)
        where T : class, IReportData
    {
        try
        {
            var json = await File.ReadAllTextAsync(Path.Combine(folder, file), cancellationToken);
            var data = ReportDataJson.Strict.Read<T>(json);
            if (data.Version == KnownVersion)
                return data;
            _problems.Add(FormattableString.Invariant($"{file} is not shown: it has version {data.Version}, and this program reads version {KnownVersion}."));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? FormattableString.Invariant($" in line {number + 1}") : "";
            _problems.Add($"{file} is not shown: it is not what it should be{line}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{file} is not shown: it could not be read.");
        }

        return null;
    }
}
