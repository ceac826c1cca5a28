using System.Security.Cryptography;
using System.Text;
using Slipway.History;

namespace Slipway.Importing;

/// <summary>Fills a history from files of test results; one that was imported is not imported again.</summary>
public sealed class JUnitImport(IImports history)
{
    private const string Source = "junit";

    /// <returns>How many outcomes were new.</returns>
    /// <exception cref="SlipwayException">A file cannot be read or is none of test results; those before it are kept.</exception>
    public async Task<int> RunAsync(IEnumerable<string> files, JUnitOrigin origin, CancellationToken cancellationToken)
    {
        var known = await history.ReadImportStatesAsync(Source, cancellationToken);
        var count = 0;
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var bytes = await ReadAsync(file, cancellationToken);
            var digest = Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(origin.Tree)]));
            if (known.ContainsKey(digest))
                continue;
            using var stream = new MemoryStream(bytes);
            var records = JUnitFile.Read(stream, file, origin with { Recorded = File.GetLastWriteTimeUtc(file) });
            await history.ImportAsync(Source, records, [new(digest, Path.GetFileName(file))], cancellationToken);
            count += records.Count;
        }

        return count;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(ErrorKind.Configuration, $"The test results cannot be read: {exception.Message}", "Name files that are there.", new SourceLocation(file), exception);
        }
    }
}
