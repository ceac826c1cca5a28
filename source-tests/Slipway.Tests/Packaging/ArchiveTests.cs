using System.Formats.Tar;
using System.IO.Compression;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Processes;

namespace Slipway.Tests.Packaging;

public class ArchiveTests
{
    private const string Stem = "tool-1.2.3-x86_64-unknown-linux-gnu";

    private static readonly DateTimeOffset Time = new(2026, 11, 20, 10, 11, 13, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(".tar.gz")]
    [InlineData(".zip")]
    public async Task The_same_files_give_the_same_bytes_in_any_folder_at_any_time_with_any_mode(string extension)
    {
        using var one = Files();
        using var other = Files();
        File.SetLastWriteTimeUtc(other / "README.md", new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(other / "README.md", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var first = await PackAsync(one, extension, Entries(one));
        var second = await PackAsync(other, extension, Entries(other).Reverse());

        second.ShouldBe(first);
    }

    [Theory]
    [InlineData(".tar.gz")]
    [InlineData(".zip")]
    public async Task Another_byte_or_another_time_gives_other_bytes(string extension)
    {
        using var files = Files();
        var first = await PackAsync(files, extension, Entries(files));

        var later = await PackAsync(files, extension, Entries(files), Time.AddMinutes(1));
        files.With("README.md", "Tool!\n");
        var changed = await PackAsync(files, extension, Entries(files));

        later.ShouldNotBe(first);
        changed.ShouldNotBe(first);
    }

    [Fact]
    public async Task Tar_unpacks_one_folder_in_which_the_program_can_be_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are those of Unix");
        using var files = Files();
        await PackAsync(files, ".tar.gz", Entries(files));

        var listing = await new ToolCommand("tar").WithArguments("tzvf", files / $"out/{Stem}.tar.gz", "--numeric-owner").WithEnvironment("TZ", "UTC").ReadAsync(Token);

        listing.Result.Succeeded.ShouldBeTrue(listing.Error);
        listing.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(
        [
            $"drwxr-xr-x 0/0 0 2026-11-20 10:11 {Stem}/",
            $"-rw-r--r-- 0/0 5 2026-11-20 10:11 {Stem}/README.md",
            $"-rw-r--r-- 0/0 2 2026-11-20 10:11 {Stem}/completions/tool.fish",
            $"-rwxr-xr-x 0/0 10 2026-11-20 10:11 {Stem}/tool",
        ]);
    }

    [Fact]
    public async Task Zip_has_modes_and_times_as_tar_has()
    {
        using var files = Files();
        await PackAsync(files, ".zip", Entries(files));

        await using var zip = await ZipFile.OpenReadAsync(files / $"out/{Stem}.zip", Token);

        zip.Entries.Select(entry => $"{entry.FullName} {Convert.ToString(entry.ExternalAttributes >>> 16, 8)} {entry.LastWriteTime:yyyy-MM-dd HH:mm:ss}").ShouldBe(
        [
            $"{Stem}/README.md 100644 2026-11-20 10:11:12",
            $"{Stem}/completions/tool.fish 100644 2026-11-20 10:11:12",
            $"{Stem}/tool 100755 2026-11-20 10:11:12",
        ]);
        if (Executables.Find("unzip") is { } unzip)
        {
            var tested = await new ToolCommand(unzip).WithArguments("-t", files / $"out/{Stem}.zip").ReadAsync(Token);
            tested.Output.ShouldContain("No errors detected");
        }
    }

    [Fact]
    public async Task The_header_of_gzip_tells_neither_time_nor_name_nor_machine()
    {
        using var files = Files();

        var bytes = await PackAsync(files, ".tar.gz", Entries(files));

        Convert.ToHexStringLower(bytes.AsSpan(0, 10)).ShouldBe("1f8b0800000000000203");
        await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        await using var tar = new TarReader(gzip);
        (await tar.GetNextEntryAsync(cancellationToken: Token)).ShouldNotBeNull().Format.ShouldBe(TarEntryFormat.Ustar);
    }

    [Theory]
    [InlineData("../tool", "cannot have a file called '../tool'")]
    [InlineData("/tool", "cannot have a file called '/tool'")]
    [InlineData("a\\b", "cannot have a file called 'a\\b'")]
    [InlineData("readme.md", "would have two files called")]
    [InlineData("missing", "which is not there")]
    public async Task What_cannot_be_unpacked_everywhere_is_not_packed(string name, string message)
    {
        using var files = Files();
        var entries = Entries(files).Append(new ArchiveEntry(name, name == "missing" ? files / "none" : files / "tool"));

        var error = await Should.ThrowAsync<SlipwayException>(() => PackAsync(files, ".tar.gz", entries));

        error.Message.ShouldContain(message);
        Directory.Exists(files / "out").ShouldBeFalse();
    }

    [Fact]
    public async Task An_archive_has_the_programs_and_what_the_crate_has_for_people_and_shells()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[workspace]\nmembers = [\"tool\"]\nresolver = \"2\"\n")
            .With("LICENSE-MIT", "MIT").With("README.md", "of the workspace").With("CHANGELOG.md", "# Changes")
            .WithPackage("tool", "tool", keys: "readme = \"README.md\"")
            .With("tool/src/main.rs", "fn main() {}").With("tool/README.md", "of the package")
            .With("tool/completions/tool.bash", "c").With("tool/man/man1/tool.1", "m").With("tool/themes/dark.toml", "t")
            .With("built/tool", "program");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var contents = ArchiveContents.Of(workspace, workspace.FindPackage("tool")!, [project / "built/tool"], ["themes/*"]);

        contents.Select(entry => $"{entry.Path} {Path.GetRelativePath(project.Folder, entry.SourceFile).Replace('\\', '/')} {entry.IsProgram}").ShouldBe(
        [
            "CHANGELOG.md CHANGELOG.md False",
            "LICENSE-MIT LICENSE-MIT False",
            "README.md tool/README.md False",
            "completions/tool.bash tool/completions/tool.bash False",
            "man/man1/tool.1 tool/man/man1/tool.1 False",
            "themes/dark.toml tool/themes/dark.toml False",
            "tool built/tool True",
        ]);
        Should.Throw<SlipwayException>(() => ArchiveContents.Of(workspace, workspace.FindPackage("tool")!, [], ["nothing/*"]))
            .Message.ShouldBe("No file of tool is like 'nothing/*', which should go into its archive.");
    }

    [Fact]
    public void Names_are_those_that_installers_look_for_and_GitHub_keeps()
    {
        AssetName.Archive("caro", "1.1.0-beta", "aarch64-apple-darwin").ShouldBe("caro-1.1.0-beta-aarch64-apple-darwin.tar.gz");
        AssetName.Archive("caro", "1.0.0+5", "x86_64-pc-windows-msvc").ShouldBe("caro-1.0.0+5-x86_64-pc-windows-msvc.zip");
        Should.Throw<SlipwayException>(() => AssetName.Checked("a b")).Message.ShouldContain("GitHub does not keep");
        Should.Throw<SlipwayException>(() => AssetName.Checked(".hidden"));
        Should.Throw<SlipwayException>(() => AssetName.Checked("é"));
    }

    private static RustProject Files() => RustProject.Empty()
        .With("tool", "#!/bin/sh\n").With("README.md", "Tool\n").With("completions/tool.fish", "c\n");

    private static IEnumerable<ArchiveEntry> Entries(RustProject files) =>
    [
        new("tool", files / "tool", IsProgram: true),
        new("README.md", files / "README.md"),
        new("completions/tool.fish", files / "completions/tool.fish"),
    ];

    private static async Task<byte[]> PackAsync(RustProject files, string extension, IEnumerable<ArchiveEntry> entries, DateTimeOffset? time = null)
    {
        var path = files / $"out/{Stem}{extension}";
        await ReproducibleArchive.WriteAsync(path, entries, time ?? Time, Token);
        return await File.ReadAllBytesAsync(path, Token);
    }
}
