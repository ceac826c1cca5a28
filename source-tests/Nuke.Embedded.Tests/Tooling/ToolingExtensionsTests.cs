using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.IO;

namespace Nuke.Embedded.Tests.Tooling;

public class ToolingExtensionsTests : TemporaryFolder
{
    private readonly AbsolutePath _file;

    public ToolingExtensionsTests()
    {
        _file = Root / "some script.sh";
        _file.WriteAllText("#!/bin/sh\necho ran > \"$0.out\"\n");
    }

    [Fact]
    public void A_script_can_be_run_as_soon_as_it_is_executable()
    {
        SkipOnWindows();
        _file.SetUnixPermissions(640).SetExecutable();
        Mode.ShouldBe("750");
        _file.Run();
        (_file + ".out").ReadAllText().ShouldBe("ran\n");
    }

    [Fact]
    public void A_script_can_be_run_by_another_program_and_cleaned_up()
    {
        SkipOnWindows();
        var cleaned = new List<AbsolutePath>();
        _file.Run("sh", cleaned.Add);
        (_file + ".out").FileExists().ShouldBeTrue();
        cleaned.ShouldBe([_file]);
    }

    [Theory]
    [InlineData("600", "755", "755")]
    [InlineData("600", "0644", "644")]
    [InlineData("600", "+x", "711")]
    [InlineData("777", "go-w,o-r", "751")]
    [InlineData("600", "a=r", "444")]
    [InlineData("600", "ug+rw", "660")]
    public void Permissions_are_those_of_chmod(string before, string change, string after)
    {
        SkipOnWindows();
        _file.SetUnixPermissions(before).SetUnixPermissions(change);
        Mode.ShouldBe(after);
    }

    [Fact]
    public void Nonsense_is_no_permission()
    {
        SkipOnWindows();
        Should.Throw<Exception>(() => _file.SetUnixPermissions("rwx!")).Message.ShouldStartWith("'rwx!' are no permissions");
    }

    [Fact]
    public void A_link_leads_to_its_file_and_is_replaced_only_by_force()
    {
        SkipOnWindows();
        var link = Root / "link";
        _file.AddUnixSymlink(link);
        link.ReadAllText().ShouldStartWith("#!/bin/sh");
        Should.Throw<IOException>(() => Root.AddUnixSymlink(link));
        (Root / "missing").AddUnixSymlink(link, force: true);
        new FileInfo(link).LinkTarget.ShouldBe(Root / "missing");
        Root.AddUnixSymlink(link, force: true);
        Directory.Exists(link).ShouldBeTrue();
    }

    private string Mode => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(_file), toBase: 8);

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
}
