using System.Globalization;
using System.Text;
using CsCheck;
using Slipway.Coverage.Llvm;

namespace Slipway.Tests.Coverage;

public class ArchiveTests
{
    private static readonly string LongName = $"{new string('x', 40)}.rcgu.o";

    private static readonly byte[] Gnu =
    [
        .. Encoding.ASCII.GetBytes("!<arch>\n"),
        .. Entry("/", "symbols"),
        .. Entry("//", $"lib.rmeta/\n{LongName}/\n"),
        .. Entry("/0", "metadata"),
        .. Entry("/11", "odd"),
        .. Entry("short.o/", "even"),
    ];

    [Fact]
    public async Task Objects_are_taken_out_and_metadata_is_not() => (await ExtractAsync(Gnu)).ShouldBe(["odd", "even"]);

    [Fact]
    public async Task Names_may_stand_before_the_content() =>
        (await ExtractAsync([.. Encoding.ASCII.GetBytes("!<arch>\n"), .. Entry("#1/12", "object.o\0\0\0\0content")])).ShouldBe(["content"]);

    [Theory]
    [InlineData("")]
    [InlineData("!<arch>")]
    [InlineData("\u007fELF....")]
    [InlineData("!<arch>\nshort")]
    public async Task What_is_no_archive_is_one_error(string text) =>
        (await Should.ThrowAsync<SlipwayException>(() => ExtractAsync(Encoding.ASCII.GetBytes(text)))).Message.ShouldContain(" is not a whole library: ");

    [Fact]
    public void However_it_is_damaged_it_is_read_or_one_error()
    {
        var gen =
            from length in Gen.Int[0, Gnu.Length]
            from place in Gen.Int[0, Gnu.Length - 1]
            from value in Gen.Byte
            select Gnu.Take(length).Select((b, index) => index == place ? value : b).ToArray();
        gen.Sample(
            damaged =>
            {
                try
                {
                    ExtractAsync(damaged).GetAwaiter().GetResult().ShouldNotBeNull();
                }
                catch (SlipwayException exception)
                {
                    exception.Message.ShouldContain(" is not a whole library: ");
                }
            },
            iter: 300);
    }

    private static byte[] Entry(string name, string content)
    {
        var header = string.Create(CultureInfo.InvariantCulture, $"{name,-16}{0,-12}{0,-6}{0,-6}{644,-8}{content.Length,-10}`\n");
        return Encoding.ASCII.GetBytes(header + content + (content.Length % 2 == 1 ? "\n" : ""));
    }

    private static async Task<IReadOnlyList<string>> ExtractAsync(byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-archive-").FullName;
        try
        {
            var archive = Path.Combine(folder, "lib.rlib");
            await File.WriteAllBytesAsync(archive, bytes, CancellationToken.None);
            var objects = await Archive.ExtractObjectsAsync(archive, Path.Combine(folder, "out"), CancellationToken.None);
            return [.. objects.Select(File.ReadAllText)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
