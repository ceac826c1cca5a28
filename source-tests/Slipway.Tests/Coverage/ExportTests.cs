using CsCheck;
using Slipway.Coverage;
using Slipway.Coverage.Llvm;

namespace Slipway.Tests.Coverage;

public sealed class ExportTests : IDisposable
{
    /// <summary>The shape in which llvm-cov 22 writes; a generic function is there once for each type.</summary>
    private const string Export = """
        {"data":[{"files":[{"branches":[],"expansions":[],"filename":"/c/src/lib.rs","segments":[[1,1,2,true,true,false],[3,2,0,false,false,false],[5,1,0,true,true,false],[5,9,0,false,false,false]],"summary":{}}],
        "functions":[{"branches":[],"count":0,"filenames":["/c/src/lib.rs"],"name":"_RNv1","regions":[[1,1,3,2,0,0,0,0],[2,5,2,8,0,0,0,0]]},
        {"branches":[],"count":2,"filenames":["/c/src/lib.rs"],"name":"_RNv2","regions":[[1,1,3,2,2,0,0,0],[2,5,2,8,0,0,0,0],[2,9,2,10,7,0,0,3]]},
        {"branches":[],"count":0,"filenames":["/c/src/lib.rs"],"name":"_RNv3","regions":[[5,1,5,9,0,0,0,0]]}],"totals":{}}],
        "type":"llvm.coverage.json.export","version":"3.1.0"}
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"slipway-{Guid.NewGuid():N}.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => System.IO.File.Delete(_file);

    [Fact]
    public async Task Lines_regions_and_functions_are_read_and_generic_code_counts_once()
    {
        var file = (await ReadAsync(Export)).ShouldHaveSingleItem().Value;

        file.Lines.Select(line => $"{line.Key}: {line.Value}").ShouldBe(["1: 2", "2: 2", "3: 2", "5: 0"]);
        file.Regions.OrderBy(region => region.Key.Line).Select(region => $"{region.Key.Line}: {region.Value}").ShouldBe(["1: 2", "2: 0", "5: 0"]);
        file.Functions.OrderBy(function => function.Key.Line).Select(function => $"{function.Key.Line}: {function.Value}").ShouldBe(["1: 2", "5: 0"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"other\",\"data\":[]}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\"}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\",\"data\":[{\"files\":[{\"filename\":\"a\",\"segments\":[[1]]}]}]}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\",\"data\":[{\"files\":[{\"filename\":null,\"segments\":[]}]}]}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\",\"data\":[{\"files\":[{\"filename\":\"a\",\"segments\":[[2147483647,1,1,true,true,false]]}]}]}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\",\"data\":[{\"files\":[{\"filename\":\"a\",\"segments\":[[9,1,1,true,true,false],[1,1,1,true,true,false]]}]}]}")]
    [InlineData("{\"type\":\"llvm.coverage.json.export\",\"data\":[{\"files\":[{\"filename\":\"a\",\"segments\":[[1,1,-1e300,true,true,false]]}]}]}")]
    public async Task What_is_no_export_is_one_error_with_its_file(string text)
    {
        var exception = await Should.ThrowAsync<SlipwayException>(() => ReadAsync(text));

        exception.Message.ShouldStartWith("What llvm-cov has written cannot be read: ");
        exception.Location!.File.ShouldBe(_file);
        exception.Kind.ShouldBe(ErrorKind.Environment);
    }

    [Fact]
    public void However_it_is_damaged_it_is_read_or_one_error()
    {
        var gen =
            from start in Gen.Int[0, Export.Length - 1]
            from length in Gen.Int[0, 40]
            from insert in Gen.String[Gen.Char["0123456789-[]{},\":e"], 0, 5]
            select string.Concat(Export.AsSpan(0, start), insert, Export.AsSpan(Math.Min(start + length, Export.Length)));
        gen.Sample(
            damaged =>
            {
                var file = $"{_file}.{Guid.NewGuid():N}";
                try
                {
                    System.IO.File.WriteAllText(file, damaged);
                    LlvmExport.ReadAsync(file, CancellationToken.None).GetAwaiter().GetResult().ShouldNotBeNull();
                }
                catch (SlipwayException exception)
                {
                    exception.Message.ShouldStartWith("What llvm-cov has written cannot be read: ");
                }
                finally
                {
                    System.IO.File.Delete(file);
                }
            },
            iter: 300);
    }

    [Fact]
    public async Task A_counter_that_overflows_is_executed() =>
        (await ReadAsync(Export.Replace("[1,1,2,true", "[1,1,18446744073709551615,true", StringComparison.Ordinal)))
            .Values.Single().Lines[1].ShouldBe(long.MaxValue);

    [Fact]
    public async Task Tests_inside_a_file_are_no_code_of_it_but_execute_it()
    {
        using var project = RustProject.Library("joined", "fn code() {}\n");
        var workspace = await Slipway.Cargo.CargoWorkspace.LoadAsync(project.Folder, Token);
        var name = project / "src/lib.rs";
        var shipped = new SortedDictionary<string, LlvmFile>(StringComparer.Ordinal)
        {
            [name] = File(new() { [1] = 0, [2] = 0 }),
            ["/rustc/library/core/src/lib.rs"] = File(new() { [1] = 1 }),
            [project / "target/debug/build/out/made.rs"] = File(new() { [1] = 1 }),
        };
        var all = new SortedDictionary<string, LlvmFile>(StringComparer.Ordinal) { [name] = File(new() { [1] = 4, [2] = 0, [9] = 1, [10] = 1 }) };

        var file = KnownCode.Join(shipped, all, new MemberFiles(workspace, project / "cov")).ShouldHaveSingleItem();

        file.Path.ShouldBe("src/lib.rs");
        file.Lines.OrderBy(line => line.Key).Select(line => $"{line.Key}: {line.Value}").ShouldBe(["1: 4", "2: 0"]);
    }

    [Fact]
    public async Task A_vendored_crate_is_not_the_workspaces_own()
    {
        using var project = RustProject.Library("own", "").With("vendor/other/Cargo.toml", "").With("vendor/other/src/lib.rs", "");
        var members = new MemberFiles(await Slipway.Cargo.CargoWorkspace.LoadAsync(project.Folder, Token), project / "cov");

        members.PathOf(project / "src/deep/a.rs").ShouldBe("src/deep/a.rs");
        members.PathOf("src/lib.rs").ShouldBe("src/lib.rs");
        members.PathOf(project / "vendor/other/src/lib.rs").ShouldBeNull();
        members.PathOf(project / "cov/debug/made.rs").ShouldBeNull();
    }

    private static LlvmFile File(SortedDictionary<int, long> lines) => new(lines, [], []);

    private async Task<SortedDictionary<string, LlvmFile>> ReadAsync(string text)
    {
        await System.IO.File.WriteAllTextAsync(_file, text, Token);
        return await LlvmExport.ReadAsync(_file, Token);
    }
}
