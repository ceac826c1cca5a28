using CsCheck;
using Slipway.Cargo;
using Slipway.Processes;

namespace Slipway.Tests.Cargo;

/// <summary>Messages that are cut off, or that a macro has forged.</summary>
public class MessageTests
{
    private const string Message = """{"reason":"compiler-message","package_id":"path+file:///p#p@0.1.0","target":{"name":"p","kind":["lib"],"crate_types":["lib"],"src_path":"/p/src/lib.rs","edition":"2021","test":true,"doctest":true},"message":{"message":"unused","code":{"code":"unused_variables"},"level":"warning","spans":[{"file_name":"src/lib.rs","line_start":2,"line_end":2,"column_start":9,"column_end":10,"is_primary":true,"suggested_replacement":null,"expansion":null}],"children":[],"rendered":"warning: unused"}}""";

    [Fact]
    public void A_whole_message_is_read() => Read(Message).ShouldSatisfyAllConditions(
        run => run.Errors.ShouldBeEmpty(),
        run => run.Warnings.ShouldHaveSingleItem().Line.ShouldBe(2));

    [Theory]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{\"mess")]
    [InlineData("{\"reason\":null}")]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{}}")]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":\"warning\",\"spans\":[null]}}")]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":\"warning\",\"spans\":[],\"children\":[null]}}")]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":\"warning\",\"spans\":[{\"file_name\":\"a\\u0000b\"}]}}")]
    [InlineData("{\"reason\":\"compiler-message\",\"message\":{\"message\":\"m\",\"level\":\"warning\",\"spans\":[{\"file_name\":\"a\",\"line_start\":99999999999}]}}")]
    [InlineData("{\"reason\":\"compiler-artifact\",\"target\":{\"kind\":[]}}")]
    [InlineData("{\"reason\":\"build-script-executed\",\"env\":[[\"a\"]]}")]
    public void A_message_that_cannot_be_read_is_one_clear_error_and_not_passed_over(string line)
    {
        var error = Read(line).Errors.ShouldHaveSingleItem();
        error.Message.ShouldStartWith("cargo wrote a message that cannot be read: ");
        error.Rendered.ShouldContain("{\"reason\"");
        error.Help.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_place_in_macros_that_call_each_other_is_read()
    {
        const string Inner = "expansion\":null";
        var text = Message;
        for (var depth = 0; depth < 100; depth++)
            text = text.Replace(Inner, """expansion":{"span":{"file_name":"/m.rs","line_start":1,"line_end":1,"column_start":1,"column_end":1,"is_primary":false,"expansion":null}}""", StringComparison.Ordinal);
        Read(text).Warnings.ShouldHaveSingleItem();
        Read("{\"reason\":\"x\",\"y\":" + new string('[', 100_000)).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public void No_change_of_a_message_ends_in_anything_but_an_answer() =>
        Gen.Select(Gen.Int[0, Message.Length - 1], Gen.Int[0, 20], Gen.String).Sample((at, length, text) =>
        {
            var run = Read(Message[..at] + text + Message[Math.Min(at + length, Message.Length)..]);
            run.Diagnostics.Count.ShouldBeLessThanOrEqualTo(1);
        });

    private static CargoRun Read(string line)
    {
        var reader = new CargoMessageReader(null, "/p", null);
        reader.Read(new ToolLine(line, IsError: false));
        return reader.Finish(new ToolResult(new ToolCommand("cargo").WithArguments("clippy"), 0, false, TimeSpan.Zero, false, []));
    }
}
