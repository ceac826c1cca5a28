using System.Text.Json;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting;

/// <summary>A suite's result as one of the files of <c>tests/</c>.</summary>
public sealed record TestsFile(int Version, TestSuiteResult Suite)
{
    public const int CurrentVersion = 1;

    public static string Write(TestSuiteResult suite) =>
        JsonSerializer.Serialize(new TestsFile(CurrentVersion, suite), ReportJson.Readable.TestsFile) + "\n";

    public static TestSuiteResult Read(string json) =>
        JsonSerializer.Deserialize(json, ReportJson.Readable.TestsFile)!.Suite;
}
