using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ToolInjectionTests
{
    [Fact]
    public void A_tool_on_the_path_has_the_name_of_its_member()
    {
        var attribute = new PathVariableAttribute();
        var tool = (Tool)attribute.GetValue(Member(nameof(Builds.Git)), new Builds());
        tool("--version").StdToText().ShouldStartWith("git version");
    }

    [Fact]
    public void A_missing_tool_is_named()
        => Should.Throw<ArgumentException>(() => new PathVariableAttribute("no-such-tool").GetValue(Member(nameof(Builds.Git)), new Builds()))
            .Message.ShouldStartWith("'no-such-tool' is not on the PATH.");

    [Fact]
    public void A_variable_names_another_program()
    {
        Environment.SetEnvironmentVariable("CARO_TOOL_EXE", DummyProgram.Path);
        var tool = (Tool)new PathVariableAttribute("caro-tool").GetValue(Member(nameof(Builds.Git)), new Builds());
        tool("arguments x").StdToText().ShouldBe("[x]");
    }

    [Fact]
    public void A_variable_that_names_nothing_is_an_error()
    {
        Environment.SetEnvironmentVariable("CARO_LOST_EXE", "/does/not/exist");
        Should.Throw<ArgumentException>(() => ToolResolver.TryGetEnvironmentTool("caro-lost"))
            .Message.ShouldBe("The environment variable CARO_LOST_EXE names '/does/not/exist', which does not exist");
    }

    [Fact]
    public void A_file_can_be_a_tool()
        => ((Tool)new LocalPathAttribute(Path.GetFullPath(DummyProgram.Path)).GetValue(Member(nameof(Builds.Git)), new Builds()))("arguments x")
            .StdToText().ShouldBe("[x]");

    [Fact]
    public void A_package_that_is_not_there_is_an_error_with_the_way_to_get_it()
        => Should.Throw<ArgumentException>(() => ToolResolver.GetNuGetTool("no.such.package", "tool.dll", "1.2.3"))
            .Message.ShouldContain("<PackageDownload Include=\"no.such.package\" Version=\"[1.2.3]\" />");

    [Fact]
    public void A_file_of_a_package_is_found_in_its_highest_version_and_framework()
    {
        var path = NuGetToolPathResolver.GetPackageExecutable("xunit.v3.assert", "xunit.v3.assert.dll");
        path.ShouldContain(Path.Combine("lib", "net"));
        path.ShouldEndWith("xunit.v3.assert.dll");
        Should.Throw<ArgumentException>(() => NuGetToolPathResolver.GetPackageExecutable("xunit.v3.assert", "nothing.exe"))
            .Message.ShouldContain("has no 'nothing.exe'");
    }

    private static FieldInfo Member(string name) => typeof(Builds).GetField(name)!;

    private sealed class Builds
    {
        public readonly Tool Git = null!;
    }
}
