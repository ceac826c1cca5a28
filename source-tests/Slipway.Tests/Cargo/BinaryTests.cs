using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Slipway.Cargo;
using Slipway.Cargo.Binaries;
using Slipway.Processes;

namespace Slipway.Tests.Cargo;

public class BinaryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Samples => ["elf64", "elf32", "macho64", "macho32", "pe"];

    [Fact]
    public async Task A_real_program_is_measured_with_all_of_its_sections()
    {
        using var project = RustProject.Package("tool").With("src/main.rs", "static DATA: [u8; 40_000] = [7; 40_000];\n\nfn main() {\n    println!(\"{:?}\", std::hint::black_box(&DATA).len());\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var run = await CargoCommand.Build.WithWorkspace(workspace).WithRelease().ExecuteAsync(null, Token);

        var program = ProgramSize.Of(run.EnsureSuccess(), null).ShouldHaveSingleItem();

        program.Title.ShouldBe("tool");
        program.SourcePath.ShouldBe(project / "src/main.rs");
        program.Size.ShouldBe(new FileInfo(run.Artifacts[^1].Executable!).Length);
        program.Sections.Sum(section => section.Size).ShouldBeInRange(program.Size / 2, program.Size);
        program.Sections.Select(section => section.Name).ShouldBe(program.Sections.Select(section => section.Name).Order(StringComparer.Ordinal));
        if (OperatingSystem.IsLinux())
            program.Sections.Single(section => section.Name == ".rodata").Size.ShouldBeGreaterThan(40_000);
    }

    [Fact]
    public async Task The_sections_of_this_machines_programs_are_those_that_readelf_shows()
    {
        var readelf = Executables.Find("readelf");
        Assert.SkipUnless(OperatingSystem.IsLinux() && readelf is not null, "There is no readelf to compare with.");
        var program = Path.GetFullPath(readelf!);

        var output = (await new ToolCommand(readelf!).WithArguments("--section-headers", "--wide", program).ReadAsync(Token)).Output;

        var expected = output.Split('\n')
            .Select(line => line.Contains(']', StringComparison.Ordinal) ? line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            .Where(fields => fields.Length > 5 && fields[0].StartsWith('.') && fields[1] != "NOBITS")
            .Select(fields => new BinarySection(fields[0], Convert.ToInt64(fields[4], 16)))
            .Where(section => section.Size > 0)
            .OrderBy(section => section.Name, StringComparer.Ordinal);
        BinaryImage.Read(program).Sections.ShouldBe(expected);
    }

    [Theory]
    [InlineData("elf64", BinaryFormat.Elf, ".data=3 .shstrtab=34 .text=16")]
    [InlineData("elf32", BinaryFormat.Elf, ".data=3 .shstrtab=34 .text=16")]
    [InlineData("macho64", BinaryFormat.MachO, "__LINKEDIT=9 __TEXT,__text=16")]
    [InlineData("macho32", BinaryFormat.MachO, "__LINKEDIT=9 __TEXT,__text=16")]
    [InlineData("pe", BinaryFormat.Pe, ".debug_info=3 .text=16")]
    public void Sections_of_every_format_are_read_and_those_without_bytes_left_out(string sample, BinaryFormat format, string sections)
    {
        var image = Read(BinarySamples.Of(sample));

        image.Format.ShouldBe(format);
        string.Join(' ', image.Sections.Select(section => $"{section.Name}={section.Size}")).ShouldBe(sections);
    }

    [Fact]
    public void Big_endian_programs_are_read_too() =>
        Read(BinarySamples.Elf(isWide: true, isBigEndian: true)).Sections.Select(section => section.Name).ShouldBe([".data", ".shstrtab", ".text"]);

    [Theory]
    [InlineData("")]
    [InlineData("\0asm")]
    [InlineData("#!/bin/sh\n")]
    public void What_is_in_no_known_format_has_a_size_and_no_sections(string content)
    {
        var image = Read(Encoding.ASCII.GetBytes(content));

        (image.Format, image.Size).ShouldBe((BinaryFormat.Unknown, content.Length));
        image.Sections.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_program_that_was_cut_off_anywhere_is_one_clear_error(string sample)
    {
        var whole = BinarySamples.Of(sample);
        // Shorter than this a file is in no format at all.
        for (var length = 4; length < whole.Length; length++)
            Judge(whole[..length]).ShouldNotBeNull().ShouldStartWith($"The program cut is damaged ({length} bytes): ");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_mutation_of_a_program_does_more_than_one_clear_error(string sample)
    {
        var whole = BinarySamples.Of(sample);
        var change = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.OneOf(Gen.Const((byte)0), Gen.Const((byte)1), Gen.Const((byte)0x7F), Gen.Const((byte)0xFF))));
        Gen.Select(change.Array[1, 12], Gen.Int[0, whole.Length]).Sample(
            (changes, length) =>
            {
                var mutated = whole.ToArray();
                foreach (var (place, value) in changes)
                    mutated[place] = value;
                // Half of them keep their length: what is cut off hides what is behind.
                Judge(length % 2 == 0 ? mutated : mutated[..length]);
            },
            iter: 10_000);
    }

    [Fact]
    public void A_section_count_in_the_first_entry_is_believed_within_reason()
    {
        var whole = BinarySamples.Of("elf64");
        var table = (int)BinaryPrimitives.ReadUInt64LittleEndian(whole.AsSpan(0x28));
        BinaryPrimitives.WriteUInt16LittleEndian(whole.AsSpan(0x3C), 0);
        BinaryPrimitives.WriteUInt64LittleEndian(whole.AsSpan(table + 32), 5);
        Read(whole).Sections.Count.ShouldBe(3);

        BinaryPrimitives.WriteUInt64LittleEndian(whole.AsSpan(table + 32), ulong.MaxValue);
        Judge(whole)!.ShouldContain("it claims to have 18446744073709551615 sections");
    }

    private static BinaryImage Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return BinaryImage.Read(stream, "cut");
    }

    private static string? Judge(byte[] content)
    {
        try
        {
            Read(content).Sections.ShouldAllBe(section => section.Size > 0 && section.Size <= content.Length * 8L);
            return null;
        }
        catch (SlipwayException exception)
        {
            exception.Hint.ShouldNotBeNull();
            return exception.Message;
        }
    }
}
