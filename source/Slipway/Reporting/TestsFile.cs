using System.Text.Json;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting;

/// <summary>A suite's result as one of the files of <c>tests/</c>.</summary>
public sealed record TestsFile(int Version, TestSuiteResult Suite)
{
    public const int CurrentVersion = 1;

    public static string Write(TestSuiteResult suite) =>
        JsonSerializer.Serialize(new TestsFile(CurrentVersion, suite), ReportJson.Readable.TestsFile) + "\n";

    /// <exception cref="JsonException">The text is no suite's result.</exception>
    public static TestSuiteResult Read(string json)
    {
        var file = ReportJson.Strict.Read<TestsFile>(json);
        return file.Version == CurrentVersion
            ? file.Suite
            : throw new JsonException($"It has version {file.Version}, not {CurrentVersion}.", "$.version", null, null);
    }
}
