using System.Globalization;
using CsCheck;
using Slipway.Audit.Locks;
using Slipway.Processes;
using Slipway.Tests.Fuzzing;

namespace Slipway.Tests.Audit;

public class LockTests
{
    [Fact]
    public void Packages_are_read_with_their_place_and_what_they_need()
    {
        var file = LockFile.Parse(Crates.Lock(), "/x/Cargo.lock");

        file.Packages.Select(package => $"{package} {package.Line} {package.IsThirdParty}").ShouldBe(["json 1.2.3 6 True", "tool 0.1.0 13 False", "web 0.4.0 20 True"]);
        Path(file, "json").ShouldBe("tool 0.1.0 > web 0.4.0 > json 1.2.3");
        Path(file, "tool").ShouldBe("tool 0.1.0");
    }

    [Theory]
    [InlineData("a 0.1.0 (registry+https://github.com/rust-lang/crates.io-index)")]
    [InlineData("a 0.1.0")]
    public void A_dependency_says_as_much_as_tells_it_from_others(string dependency)
    {
        var file = LockFile.Parse($"{Crates.Package("a", "0.1.0")}{Crates.Package("a", "0.2.0")}[[package]]\nname = \"tool\"\nversion = \"1.0.0\"\ndependencies = [\n \"{dependency}\",\n]\n", "Cargo.lock");

        new DependencyPaths(file).To(file.Packages[0]).Select(package => package.ToString()).ShouldBe(["tool 1.0.0", "a 0.1.0"]);
        new DependencyPaths(file).To(file.Packages[1]).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_oldest_files_have_the_root_in_a_table_of_its_own()
    {
        var file = LockFile.Parse(
            $"[root]\nname = \"tool\"\nversion = \"0.1.0\"\ndependencies = [\n \"a 0.1.0 ({Crates.Registry})\",\n]\n\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\nsource = \"{Crates.Registry}\"\n\n[metadata]\n\"checksum a 0.1.0 ({Crates.Registry})\" = \"00\"\n",
            "Cargo.lock");

        Path(file, "a").ShouldBe("tool 0.1.0 > a 0.1.0");
    }

    [Fact]
    public void The_path_is_the_shortest_one_from_a_member()
    {
        var file = LockFile.Parse(Crates.Lock(more: "[[package]]\nname = \"helper\"\nversion = \"0.1.0\"\ndependencies = [\n \"json\",\n]\n"), "Cargo.lock");

        Path(file, "json").ShouldBe("helper 0.1.0 > json 1.2.3");
        Path(file, "json", "tool").ShouldBe("tool 0.1.0 > web 0.4.0 > json 1.2.3");
    }

    [Theory]
    [InlineData("[[package]]\nname = \"a\"\n", "'version' is missing", 2)]
    [InlineData("version = 3\n\n[[package]]\nversion = \"1.0.0\"\n", "'name' is missing", 4)]
    [InlineData("[[package]]\nname = \"a\"\nversion = \"one\"\n", "'one' of a is no version", 3)]
    [InlineData("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\ndependencies = [\n \"b\",\n]\n", "no package is 'b'", 5)]
    [InlineData("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n", "a 1.0.0 is there twice", 5)]
    [InlineData("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\ndependencies = [\"a\"]\n", "several packages are 'a'", 7)]
    [InlineData("version = 5\n", "its version is 5, and 4 is the newest that is known here", 1)]
    [InlineData("version = \"4\"\n", "its version is no number", 1)]
    [InlineData("version = 3\n<<<<<<< HEAD\n", "it is not TOML", 2)]
    [InlineData("[[package]]\nname = \"a\nversion", "it is not TOML", 2)]
    [InlineData("package = 1\n", "'package' is no list", 1)]
    [InlineData("package = [1]\n", "a package is no table", 1)]
    public void A_broken_file_is_one_error_with_its_place(string text, string message, int line)
    {
        var error = Should.Throw<SlipwayException>(() => LockFile.Parse(text, "/x/Cargo.lock"));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldStartWith("Cargo.lock cannot be used: ");
        error.Message.ShouldContain(message);
        error.Location.ShouldNotBeNull().Line.ShouldBe(line);
        error.Hint.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_cargo_writes_is_read()
    {
        using var project = RustProject.Package("tool", "[dependencies]\nhelper = { path = \"helper\" }\n\n[workspace]\n")
            .With("src/main.rs", "fn main() {}\n").WithPackage("helper", "helper").With("helper/src/lib.rs", "");
        var output = await new ToolCommand("cargo").WithArguments("generate-lockfile", "--offline").WithWorkingDirectory(project.Folder).ReadAsync(TestContext.Current.CancellationToken);
        output.Result.EnsureSuccess();

        var file = await LockFile.LoadAsync(project / "Cargo.lock", TestContext.Current.CancellationToken);

        file.ThirdParty.ShouldBeEmpty();
        Path(file, "helper", "tool").ShouldBe("tool 0.1.0 > helper 0.1.0");
    }

    [Fact]
    public void However_a_file_is_damaged_it_is_read_or_one_error()
    {
        var text = Crates.Lock();
        Mutation.Of(text).Sample(
            damaged =>
            {
                try
                {
                    LockFile.Parse(damaged, "Cargo.lock").Packages.ShouldAllBe(package => package.Dependencies.All(index => index >= 0));
                }
                catch (SlipwayException error)
                {
                    error.Message.ShouldStartWith("Cargo.lock cannot be used: ");
                }
            },
            iter: 10_000);
    }

    private static string Path(LockFile file, string name, params string[] members) => string.Join(
        " > ",
        new DependencyPaths(file, members.Length == 0 ? null : members).To(file.Packages.Single(package => package.Name == name)).Select(package => string.Create(CultureInfo.InvariantCulture, $"{package}")));
}
