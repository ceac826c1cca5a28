namespace Nuke.Embedded.Tests.Parameters;

public class ParameterTypeTests
{
    [Theory]
    [InlineData("Id=0f8fad5b-d9cb-469f-a165-70867728950e", "--id", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("Span=01:30:00", "--span", "1:30")]
    [InlineData("Moment=2026-11-23T10:00:00", "--moment", "2026-11-23T10:00")]
    [InlineData("Link=https://example.org/a?b=c", "--link=https://example.org/a?b=c")]
    [InlineData("Version=1.2.3", "--version", "1.2.3")]
    [InlineData("Big=-5", "--big", "-5")]
    [InlineData("Real=-0.5", "--real", "-0.5")]
    [InlineData("Parts=Left, Right", "--parts", "left,right")]
    [InlineData("Numbers=1|-2|3", "--numbers", "1", "-2", "3")]
    [InlineData("Numbers=", "--numbers=")]
    [InlineData("Numbers=1|2", "--numbers", "1", "--numbers", "2")]
    [InlineData("List=1|2", "--list", "1", "2")]
    [InlineData("Set=a|b", "--set", "a", "b", "a")]
    [InlineData("AnySet=a|b", "--any-set", "a", "b")]
    [InlineData("Levels=Low|High", "--levels", "low", "HIGH")]
    [InlineData("Größe=straße 🦀", "--größe", "straße 🦀")]
    [InlineData("TwoFactors=123", "--2fa", "123")]
    [InlineData("Static=x", "--static", "x")]
    [InlineData("Generic=7", "--generic", "6", "--generic", "7")]
    [InlineData("SharedOfBase=s", "--shared", "s")]
    [InlineData("IFirst=t ISecond=t", "--twice", "t")]
    public async Task Values_of_many_types_are_understood(string expected, params string[] arguments)
    {
        using var build = new BuildProgram("TypesBuild");
        (await build.RunAsync(arguments)).ShouldSucceed().Messages.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("--big: '99999999999999999999' is not a whole number in range.", "--big", "99999999999999999999")]
    [InlineData("--small: '256' is not a whole number in range.", "--small", "256")]
    [InlineData("--small: '' is not a whole number in range.", "--small", "")]
    [InlineData("--level: 'low,high' is none of High, Low.", "--level", "low,high")]
    [InlineData("--level: '1' is none of High, Low.", "--level", "1")]
    [InlineData("--id: 'x' is not a Guid.", "--id", "x")]
    [InlineData("--account: values of type Account cannot be given as text.", "--account", "x")]
    public async Task A_value_that_does_not_fit_is_an_error(string error, params string[] arguments)
    {
        using var build = new BuildProgram("TypesBuild");
        (await build.RunAsync(arguments)).ShouldFailWith(2).Error.ShouldBe($"error: {error}\n");
    }

    [Fact]
    public async Task Parameter_files_may_have_marks_comments_lists_and_objects()
    {
        using var build = new BuildProgram("TypesBuild").WithFile(".nuke/parameters.json", "\uFEFF" + """
            {
              // Who signs.
              "Account": { "User": "crab", "Port": 22, "Roles": ["a", /* and */ "b"] },
              "Numbers": [1, -2],
              "Static": null,
              "Folders": ["a/b", "/c"],
              "Generic": -7,
            }
            """);
        var folder = Path.Combine(build.Root, "a", "b");
        (await build.RunAsync()).ShouldSucceed().Messages.ShouldBe([$"Numbers=1|-2 Folders={folder}|/c Account=crab:22:a|b Generic=-7"]);
    }

    [Theory]
    [InlineData("", ":1: not valid JSON")]
    [InlineData("[]", ":1: an object is expected")]
    [InlineData("{\n}\nrest", ":3: not valid JSON")]
    [InlineData("{\n  \"Account\": { \"Port\": \"many\" }\n}", ":2: Account: this is not a Account")]
    public async Task A_broken_parameter_file_is_an_error_with_its_line(string content, string error)
    {
        using var build = new BuildProgram("TypesBuild").WithFile(".nuke/parameters.json", content);
        (await build.RunAsync()).ShouldFailWith(2).Error.ShouldStartWith("error: .nuke/parameters.json" + error);
    }

    [Fact]
    public async Task A_parameter_that_the_runtime_keeps_as_it_is_is_refused()
    {
        using var build = new BuildProgram("StaticReadonlyBuild");
        (await build.RunAsync()).ShouldSucceed();
        (await build.RunAsync("--word", "x")).ShouldFailWith(2).Error.ShouldStartWith("error: StaticReadonlyBuild.Word ");
    }
}
