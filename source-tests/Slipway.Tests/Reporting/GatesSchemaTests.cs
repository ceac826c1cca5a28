using NJsonSchema;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class GatesSchemaTests
{
    private const string Published = "../../../docs/schema/gates.schema.json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_published_schema_is_that_of_the_code() => Golden.ShouldMatch(GatesSchema.Write(), Published);

    [Fact]
    public async Task What_is_written_conforms()
    {
        var full = new GateReport([.. PageSamples.Full.Gates.Gates, Samples.Lint with { Leg = "macos-15", Job = "test" }]);

        (await ErrorsAsync(GatesFile.Write(full))).ShouldBeEmpty();
        (await ErrorsAsync(GatesFile.Write(new GateReport([])))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_golden_file_conforms()
    {
        var golden = Path.Combine(Repository.Root, "source-tests", "Slipway.Tests", "Reporting", "gates.golden.json");

        (await ErrorsAsync(await File.ReadAllTextAsync(golden, Token))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"version\": 1,", "")]
    [InlineData("\"verdict\": \"fail\"", "\"verdict\": \"failed\"")]
    [InlineData("\"stage\": \"checks\"", "\"stage\": \"lunch\"")]
    [InlineData("\"severity\": \"warning\"", "\"severity\": 1")]
    [InlineData("\"kind\": \"atMost\"", "\"kind\": \"AtMost\"")]
    [InlineData("\"duration\": 1.235", "\"duration\": \"00:00:01\"")]
    [InlineData("\"duration\": 1.235", "\"duration\": -1")]
    [InlineData("\"message\": ", "\"massage\": ")]
    [InlineData("\"line\": 12", "\"line\": \"12\"")]
    public async Task What_is_wrong_does_not(string right, string wrong)
    {
        var text = GatesFile.Write(new GateReport([Samples.Lint]));

        text.ShouldContain(right);
        (await ErrorsAsync(text.Replace(right, wrong, StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string json)
    {
        var published = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "schema", "gates.schema.json"), Token);
        var schema = await JsonSchema.FromJsonAsync(published, Token);
        return schema.Validate(json).Select(error => error.ToString());
    }
}
