using Slipway.Benchmarks;

namespace Slipway.Tests.Benchmarks;

public class LineTests
{
    [Theory]
    [InlineData("slipway-bench: parse 200 1234567", "parse", 200, 1234567)]
    [InlineData("  slipway-bench:\tparse long words 1 0.5\r", "parse long words", 1, 0.5)]
    [InlineData("slipway-bench: 1 2 3", "1", 2, 3)]
    [InlineData("{\"bench\":\"parse\",\"iters\":200,\"ns\":1234567}", "parse", 200, 1234567)]
    [InlineData("{\"bench\":\"a b\",\"ns\":1.5e3,\"iters\":1,\"more\":[]}", "a b", 1, 1500)]
    [InlineData("test tests::adds ... bench:       1,234 ns/iter (+/- 56)", "tests::adds", 1, 1234)]
    [InlineData("test adds        ... bench:           0.27 ns/iter (+/- 0.01) = 14 MB/s", "adds", 1, 0.27)]
    [InlineData("test wide ... bench: 1,234,567.89 ns/iter (+/- 1,000.5)", "wide", 1, 1234567.89)]
    public void A_sample_is_read(string line, string name, double iterations, double nanoseconds) =>
        BenchmarkLine.Parse(line).ShouldBe(new BenchmarkSample(name, iterations, nanoseconds));

    [Theory]
    [InlineData("")]
    [InlineData("running 3 tests")]
    [InlineData("test tests::adds ... ok")]
    [InlineData("test tests::adds ... bench: fast")]
    [InlineData("test tests::adds ... bench: -5 ns/iter (+/- 1)")]
    [InlineData("he said slipway-bench: parse 1 2")]
    [InlineData("{\"reason\":\"compiler-artifact\"}")]
    // A clock that stood still has measured nothing.
    [InlineData("slipway-bench: parse 200 0")]
    [InlineData("test adds ... bench:           0 ns/iter (+/- 0)")]
    public void Other_lines_are_no_samples(string line) => BenchmarkLine.Parse(line).ShouldBeNull();

    [Theory]
    [InlineData("slipway-bench:")]
    [InlineData("slipway-bench: parse 200")]
    [InlineData("slipway-bench: parse 0 200")]
    [InlineData("slipway-bench: parse 0 0")]
    [InlineData("slipway-bench: parse 200 many")]
    [InlineData("slipway-bench: parse -1 -1")]
    [InlineData("slipway-bench: parse 1 1e999")]
    [InlineData("slipway-bench: parse NaN 5")]
    [InlineData("{\"bench\":\"parse\",\"iters\":200,\"ns\":")]
    [InlineData("{\"bench\":\"parse\",\"iters\":\"200\",\"ns\":1}")]
    [InlineData("{\"bench\":null,\"iters\":200,\"ns\":1}")]
    [InlineData("{\"bench\":\"parse\",\"ns\":1}")]
    public void What_is_meant_to_be_a_sample_and_is_none_is_refused(string line)
    {
        var error = Should.Throw<SlipwayException>(() => BenchmarkLine.Parse(line));

        error.Message.ShouldBe($"A benchmark wrote a line that is no sample: {line}");
        error.Hint.ShouldBe("Write `slipway-bench: NAME ITERATIONS NANOSECONDS`, with both numbers above 0.");
    }

    [Theory]
    [InlineData("==12== I   refs:      25,831,968\n", 25831968L)]
    [InlineData("==1== Cachegrind\n==1== \n==1== I refs:        42\n", 42L)]
    [InlineData("==12== D   refs:      25,831,968\n", null)]
    [InlineData("valgrind: no such program\n", null)]
    [InlineData("==12== I   refs:      99,999,999,999,999,999,999\n", null)]
    public void Instructions_are_read(string summary, long? count) => InstructionCounter.Parse(summary).ShouldBe(count);
}
