using System.Text;
using Slipway.Workflows;

namespace Slipway.Tests.Workflows;

public sealed class FileTests : IDisposable
{
    private const string Path = ".github/workflows/ci.yml";
    private const string Uses = "    - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n";

    private readonly string _root = Directory.CreateTempSubdirectory("slipway-").FullName;

    private string File => System.IO.Path.Combine(_root, Path);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_is_written_once()
    {
        var file = new GeneratedFile(Path, "name: ci\n");

        file.Write(_root).ShouldBeTrue();
        file.Write(_root).ShouldBeFalse();
        file.Compare(_root).ShouldBeNull();
    }

    [Fact]
    public void A_missing_file_is_a_difference() =>
        new GeneratedFile(Path, "name: ci\n").Compare(_root).ShouldNotBeNull().ToString()
            .ShouldBe("WF010 .github/workflows/ci.yml: it is not there. Run ./build.sh GenerateWorkflows and commit what it writes.");

    [Fact]
    public async Task A_difference_is_shown_as_diff_u_shows_it()
    {
        await WriteAsync("name: ci\non: push\njobs: {}\n");

        new GeneratedFile(Path, "name: ci\non: pull_request\njobs: {}\n").Compare(_root).ShouldNotBeNull().ToString().ShouldBe(
            """
            WF010 .github/workflows/ci.yml: it is not what the build class says.
            --- .github/workflows/ci.yml
            +++ .github/workflows/ci.yml (generated)
            @@ -1,3 +1,3 @@
             name: ci
            -on: push
            +on: pull_request
             jobs: {}
            Run ./build.sh GenerateWorkflows and commit what it writes.
            """);
    }

    [Fact]
    public async Task A_difference_in_versions_of_actions_leads_to_SyncPins()
    {
        await WriteAsync(Uses.Replace("v7.0.1", "v7.1.0", StringComparison.Ordinal).Replace("3d3c", "4e4d", StringComparison.Ordinal));

        new GeneratedFile(Path, Uses).Compare(_root).ShouldNotBeNull().Fix.ShouldBe(
            "Only versions of actions differ. To keep those in the file, run ./build.sh SyncPins, which carries them into ActionPins.cs; to undo them, run ./build.sh GenerateWorkflows.");
    }

    [Theory]
    [InlineData("name: ci\r\n")]
    [InlineData("\uFEFFname: ci\n")]
    [InlineData("name: ci")]
    public async Task Every_byte_counts(string found)
    {
        await WriteAsync(found);

        new GeneratedFile(Path, "name: ci\n").Compare(_root).ShouldNotBeNull();
    }

    [Fact]
    public void Pins_are_read_back_from_workflows() =>
        PinReader.Merge([("ci.yml", Uses), ("release.yml", Uses + "      - uses: github/codeql-action/init@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2\n")]).ShouldBe(
        [
            new ActionPin("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
            new ActionPin("github/codeql-action", "v4.36.2", "8aad20d150bbac5944a9f9d289da16a4b0d87c1e"),
        ]);

    [Fact]
    public void Two_versions_of_one_action_are_an_error_that_names_both_files()
    {
        var exception = Should.Throw<SlipwayException>(() => PinReader.Merge(
        [
            (".github/workflows/ci.yml", Uses),
            (".github/workflows/release.yml", Uses.Replace("v7.0.1", "v7.1.0", StringComparison.Ordinal).Replace("3d3c", "4e4d", StringComparison.Ordinal)),
        ]));

        exception.Kind.ShouldBe(ErrorKind.Configuration);
        exception.Message.ShouldBe(
            "actions/checkout stands at 2 versions: .github/workflows/ci.yml has v7.0.1 (3d3c42e), .github/workflows/release.yml has v7.1.0 (4e4d42e).");
    }

    [Fact]
    public void Newer_pins_replace_those_in_the_table_and_nothing_else()
    {
        const string Table = "[\n    new(\"actions/attest\", \"v4.2.2\", \"1e69f48acb82d1966a394da916b4c1698aa569d6\"), // signs\n    new(\"actions/checkout\", \"v7.0.1\", \"3d3c42e5aac5ba805825da76410c181273ba90b1\"),\n]";
        var newer = new ActionPin("actions/checkout", "v7.1.0", new string('a', 40));

        var text = PinSource.With(Table, [newer], "ActionPins.cs");

        text.ShouldBe(Table.Replace("v7.0.1", "v7.1.0", StringComparison.Ordinal).Replace("3d3c42e5aac5ba805825da76410c181273ba90b1", newer.Commit, StringComparison.Ordinal));
        PinSource.Read(text).All.ShouldContain(newer);
    }

    [Fact]
    public void An_action_that_the_table_lacks_is_an_error() =>
        Should.Throw<SlipwayException>(() => PinSource.With("[]", [new ActionPin("owner/action", "v1", new string('a', 40))], "ActionPins.cs"))
            .Message.ShouldBe("ActionPins.cs has no line for owner/action, which a workflow uses.");

    [Fact]
    public void The_table_in_the_source_is_the_compiled_one() =>
        PinSource.Read(System.IO.File.ReadAllText(System.IO.Path.Combine(Repository.Root, "source/Slipway/Workflows/Actions/ActionPins.cs"))).All
            .ShouldBe(ActionPins.Default.All);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task WriteAsync(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllBytesAsync(File, Encoding.UTF8.GetBytes(text), Token);
    }
}
