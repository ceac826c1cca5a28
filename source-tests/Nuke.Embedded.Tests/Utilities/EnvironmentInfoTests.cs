using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.Utilities;

public class EnvironmentInfoTests
{
    private readonly string _name = $"NUKE_TEST_{Guid.NewGuid():N}";

    [Fact]
    public void A_variable_is_set_read_and_removed()
    {
        EnvironmentInfo.HasVariable(_name).ShouldBeFalse();
        EnvironmentInfo.GetVariable(_name).ShouldBeNull();
        EnvironmentInfo.GetVariable<int?>(_name).ShouldBeNull();

        EnvironmentInfo.SetVariable(_name, "a");
        EnvironmentInfo.Variables[_name].ShouldBe("a");
        EnvironmentInfo.RemoveVariable(_name);
        EnvironmentInfo.HasVariable(_name).ShouldBeFalse();
    }

    [Fact]
    public void A_variable_is_read_as_another_type()
    {
        EnvironmentInfo.SetVariable(_name, 42);
        EnvironmentInfo.GetVariable<int>(_name).ShouldBe(42);
        EnvironmentInfo.SetVariable(_name, [1, 2], ',');
        EnvironmentInfo.GetVariable<int[]>(_name, ',').ShouldBe([1, 2]);
        EnvironmentInfo.SetVariable(_name, "linux");
        EnvironmentInfo.GetVariable<PlatformFamily>(_name).ShouldBe(PlatformFamily.Linux);
        EnvironmentInfo.SetVariable(_name, "/a/../b");
        EnvironmentInfo.GetVariable<AbsolutePath>(_name).ShouldBe((AbsolutePath)"/b");
        EnvironmentInfo.RemoveVariable(_name);
    }

    [Fact]
    public void A_wrong_value_is_an_error_that_does_not_show_it()
    {
        EnvironmentInfo.SetVariable(_name, "hunter2");

        Should.Throw<Exception>(() => EnvironmentInfo.GetVariable<int>(_name))
            .Message.ShouldBe($"The value of environment variable '{_name}' cannot be read as Int32");
        EnvironmentInfo.RemoveVariable(_name);
    }

    [Fact]
    public void Variables_in_a_text_are_expanded()
    {
        EnvironmentInfo.SetVariable(_name, "x");

        EnvironmentInfo.ExpandVariables($"a%{_name}%b").ShouldBe("axb");
        if (EnvironmentInfo.IsUnix)
        {
            EnvironmentInfo.ExpandVariables($"${_name}/${{{_name}}}/$NOT_{_name}").ShouldBe($"x/x/$NOT_{_name}");
            EnvironmentInfo.ExpandVariables("~/a").ShouldBe(EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile) / "a");
        }

        EnvironmentInfo.RemoveVariable(_name);
    }

    [Fact]
    public void Exactly_one_platform_is_true()
    {
        new[] { EnvironmentInfo.IsWin, EnvironmentInfo.IsLinux, EnvironmentInfo.IsOsx }.Count(x => x).ShouldBe(1);
        EnvironmentInfo.Platform.ShouldNotBe(PlatformFamily.Unknown);
        EnvironmentInfo.Framework.Identifier.ShouldBe(".NETCoreApp");
        EnvironmentInfo.Paths.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("--some-value", "SomeValue")]
    [InlineData("-SomeValue", "some-value")]
    [InlineData("--SOMEVALUE", "SomeValue")]
    public void Dashes_and_case_of_an_option_do_not_matter(string option, string name) =>
        EnvironmentInfo.GetNamedArgument<string>(["Test", option, "x"], name).ShouldBe("x");

    [Fact]
    public void Options_end_at_the_next_option()
    {
        string[] arguments = ["A", "B", "--list", "1", "2", "--flag", "--list", "3", "4", "--none", "--commas", "5,6"];

        EnvironmentInfo.GetNamedArgument<int[]>(arguments, "list").ShouldBe([3, 4]);
        EnvironmentInfo.GetNamedArgument<int[]>(arguments, "none").ShouldBeEmpty();
        EnvironmentInfo.GetNamedArgument<int[]>(arguments, "missing").ShouldBeNull();
        EnvironmentInfo.GetNamedArgument<int[]>(arguments, "commas", ',').ShouldBe([5, 6]);
        EnvironmentInfo.GetNamedArgument<bool>(arguments, "flag").ShouldBeTrue();
        EnvironmentInfo.GetNamedArgument<bool?>(arguments, "missing").ShouldBeNull();
        EnvironmentInfo.GetPositionalArgument<string>(arguments, 1).ShouldBe("B");
        EnvironmentInfo.GetPositionalArgument<string>(arguments, 2).ShouldBeNull();
        EnvironmentInfo.GetAllPositionalArguments<string>(arguments).ShouldBe(["A", "B"]);
        Should.Throw<Exception>(() => EnvironmentInfo.GetNamedArgument<int>(arguments, "list"))
            .Message.ShouldBe("Expected one value for option 'list', but there are 2");
    }
}
