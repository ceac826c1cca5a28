using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ArgumentStringHandlerTests
{
    private const string WithSpace = "a b";

    private static readonly AbsolutePath Path = (AbsolutePath)"/some dir/file";

    private static string Text(ArgumentStringHandler handler) => handler.ToStringAndClear();

    [Fact]
    public void A_text_stays_as_it_is() => Text("build --release").ShouldBe("build --release");

    [Fact]
    public void A_value_with_a_space_is_one_argument() => Text($"build {WithSpace}").ShouldBe("build \"a b\"");

    [Fact]
    public void A_value_without_a_space_is_not_quoted() => Text($"build {"ab"}").ShouldBe("build ab");

    [Fact]
    public void A_value_can_be_left_unquoted() => Text($"build {WithSpace:nq}").ShouldBe("build a b");

    [Fact]
    public void A_value_that_is_everything_holds_the_arguments() => Text($"{WithSpace}").ShouldBe("a b");

    [Fact]
    public void Quotes_around_everything_are_taken_off() => Text("\"build --release\"").ShouldBe("build --release");

    [Fact]
    public void Quotes_of_two_arguments_stay() => Text("\"a b\" \"c d\"").ShouldBe("\"a b\" \"c d\"");

    [Fact]
    public void A_path_is_quoted_when_needed() => Text($"{Path}").ShouldBe("\"/some dir/file\"");

    [Fact]
    public void A_path_can_be_quoted_in_every_way()
    {
        var plain = (AbsolutePath)"/dir";
        Text($"{plain} {plain:d} {plain:s} {Path:sn} {Path:nq}").ShouldBe("/dir \"/dir\" '/dir' '/some dir/file' /some dir/file");
    }

    [Fact]
    public void Several_paths_are_several_arguments()
    {
        IReadOnlyCollection<AbsolutePath> paths = [(AbsolutePath)"/a", Path];
        Text($"rm {paths}").ShouldBe("rm /a \"/some dir/file\"");
    }

    [Fact]
    public void Numbers_and_enumerations_are_written_invariantly() => Text($"x {1.5} {DayOfWeek.Friday}").ShouldBe("x 1.5 Friday");

    [Fact]
    public void A_missing_value_is_nothing() => Text($"x {default(string)}y {default(AbsolutePath)}").ShouldBe("x y ");

    [Fact]
    public void No_arguments_are_an_empty_text_and_not_null()
        => Should.Throw<ArgumentNullException>(() => Text(null!)).Message.ShouldContain("empty text");

    [Fact]
    public void A_redacted_value_is_passed_and_hidden()
    {
        ArgumentStringHandler handler = $"login --token {"s3cr3t":r} --key {Path:r}";
        var text = handler.ToStringAndClear();
        text.ShouldBe("login --token s3cr3t --key \"/some dir/file\"");
        handler.GetFilter()(text).ShouldBe("login --token *** --key \"***\"");
    }
}
