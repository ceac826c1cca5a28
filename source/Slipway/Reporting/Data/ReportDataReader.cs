using System.Text.Json;

namespace Slipway.Reporting.Data;

/// <summary>Reads what stages leave beside their gates for the charts of the page.</summary>
internal sealed class ReportDataReader(string folder)
{
    private const int KnownVersion = 1;

    private readonly List<string> _problems = [];

    /// <summary>What could not be read, as sentences.</summary>
    public IReadOnlyList<string> Problems => _problems;

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
