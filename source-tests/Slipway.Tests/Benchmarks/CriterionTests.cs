using Slipway.Benchmarks;

namespace Slipway.Tests.Benchmarks;

public class CriterionTests
{
    private const string Samples = """{"sampling_mode":"Linear","iters":[10.0,20.0],"times":[100.0,180.0]}""";
    private const string Benchmark = """{"group_id":"g","function_id":"f","value_str":null,"throughput":null,"full_id":"g/f","directory_name":"g/f","title":"g/f"}""";

    [Fact]
    public void All_samples_are_read_and_those_of_the_base_line_are_not()
    {
        using var folder = RustProject.Empty()
            .With("g/f/new/sample.json", Samples).With("g/f/new/benchmark.json", Benchmark)
            .With("g/f/base/sample.json", "not looked at").With("g/report/index.html", "");

        CriterionFolder.Read(folder.Folder).ShouldBe([new BenchmarkSample("g/f", 10, 100), new BenchmarkSample("g/f", 20, 180)]);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_samples()
    {
        using var folder = RustProject.Empty();

        CriterionFolder.Read(folder / "criterion").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", Benchmark, "sample.json")]
    [InlineData("null", Benchmark, "sample.json")]
    [InlineData("{}", Benchmark, "sample.json")]
    [InlineData("""{"iters":[1.0],"times":[]}""", Benchmark, "sample.json")]
    [InlineData("""{"iters":[1.0],"times":["a"]}""", Benchmark, "sample.json")]
    [InlineData("""{"iters":[0.0],"times":[1.0]}""", Benchmark, "sample.json")]
    [InlineData("""{"iters":[1.0],"times":[-1.0]}""", Benchmark, "sample.json")]
    [InlineData(Samples, "{}", "benchmark.json")]
    [InlineData(Samples, "[", "benchmark.json")]
    [InlineData(Samples, null, "benchmark.json")]
    public void What_criterion_does_not_write_is_refused(string samples, string? benchmark, string file)
    {
        using var folder = RustProject.Empty().With("g/new/sample.json", samples);
        if (benchmark is not null)
            folder.With("g/new/benchmark.json", benchmark);

        Should.Throw<SlipwayException>(() => CriterionFolder.Read(folder.Folder)).Message.ShouldStartWith($"{file} is not what criterion writes");
    }
}
