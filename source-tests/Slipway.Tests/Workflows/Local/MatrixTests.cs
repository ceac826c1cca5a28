using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Running;

namespace Slipway.Tests.Workflows.Local;

public class MatrixTests
{
    [Theory]
    [InlineData("""{ "v": [10, 12], "os": ["u", "w"] }""", new[] { "10, u", "10, w", "12, u", "12, w" })]
    [InlineData("""{ "include": [{ "leg": "a", "x": 1 }, { "leg": "b" }] }""", new[] { "a, 1", "b" })]
    [InlineData("""{ "os": ["m", "w"], "v": [1, 2], "exclude": [{ "os": "w", "v": 1 }] }""", new[] { "m, 1", "m, 2", "w, 2" })]
    [InlineData("""{ "os": ["m", "w"], "exclude": [{ "os": "w" }], "include": [{ "os": "w", "extra": "e" }] }""", new[] { "m", "w, e" })]
    [InlineData("""{ "o": [{ "n": 1, "k": "a" }, { "n": 2, "k": "b" }], "exclude": [{ "o": { "n": 2 } }] }""", new[] { "1, a" })]
    // The example of GitHub's documentation.
    [InlineData(
        """
        { "fruit": ["apple", "pear"], "animal": ["cat", "dog"], "include": [
          { "color": "green" }, { "color": "pink", "animal": "cat" }, { "fruit": "apple", "shape": "circle" },
          { "fruit": "banana" }, { "fruit": "banana", "animal": "cat" }] }
        """,
        new[] { "apple, cat, pink, circle", "apple, dog, green, circle", "pear, cat, pink", "pear, dog, green", "banana", "banana, cat" })]
    public void A_matrix_has_the_legs_that_GitHub_makes_of_it(string matrix, string[] legs) =>
        Expand(matrix).Select(leg => leg.Description).ShouldBe(legs);

    [Theory]
    [InlineData("""{ "v": [] }""", "The matrix value v is not a list with at least one entry.")]
    [InlineData("""{ "v": 1 }""", "The matrix value v is not a list with at least one entry.")]
    [InlineData("""[1]""", "The matrix is not a mapping of names to lists.")]
    [InlineData("""{ "include": [] }""", "The matrix has no legs.")]
    [InlineData("""{ "include": [1] }""", "`include` of the matrix is not a list of mappings.")]
    [InlineData("""{ "os": ["m"], "exclude": [{ "so": "m" }] }""", "`exclude` of the matrix names so, which is none of its lists.")]
    public void A_matrix_that_is_none_is_refused(string matrix, string message) =>
        Should.Throw<SlipwayException>(() => Expand(matrix)).Message.ShouldBe(message);

    [Fact]
    public void A_matrix_has_at_most_as_many_legs_as_GitHub_takes()
    {
        string Axis(int count) => $"[{string.Join(", ", Enumerable.Range(0, count))}]";

        Expand($$"""{ "a": {{Axis(16)}}, "b": {{Axis(16)}} }""").Count().ShouldBe(256);
        Should.Throw<SlipwayException>(() => Expand($$"""{ "a": {{Axis(16)}}, "b": {{Axis(17)}} }""")).Message.ShouldBe("The matrix has 272 legs; GitHub takes 256.");
    }

    [Theory]
    [InlineData("ubuntu-24.04", null)]
    [InlineData("ubuntu-latest", null)]
    [InlineData("ubuntu-24.04-arm", "needs Linux on arm64")]
    [InlineData("macos-15", "needs macOS on arm64")]
    [InlineData("macos-15-intel", "needs macOS on x64")]
    [InlineData("macos-26-xlarge", "needs macOS on arm64")]
    [InlineData("windows-2025", "needs Windows on x64")]
    [InlineData("windows-11-arm", "needs Windows on arm64")]
    [InlineData("big-one", "needs the runner big-one, which is not known")]
    public void A_label_says_which_machine_is_needed(string label, string? obstacle) =>
        RunnerLabels.Obstacle(ExpressionValue.Of(label), new LocalMachine("Linux", "X64")).ShouldBe(obstacle);

    [Fact]
    public void Labels_of_own_runners_must_all_fit()
    {
        var labels = ExpressionValue.Of(new[] { "self-hosted", "Linux", "ARM64" }.Select(ExpressionValue.Of));

        RunnerLabels.Obstacle(labels, new LocalMachine("Linux", "ARM64")).ShouldBeNull();
        RunnerLabels.Obstacle(labels, new LocalMachine("Linux", "X64")).ShouldBe("needs Linux on arm64");
    }

    private static IEnumerable<MatrixLeg> Expand(string matrix) => MatrixExpansion.Expand(ExpressionJson.Read(matrix), new SourceLocation("ci.yml"));
}
