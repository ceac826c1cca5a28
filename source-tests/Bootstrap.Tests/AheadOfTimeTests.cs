using System.Reflection.PortableExecutable;

namespace Bootstrap.Tests;

public sealed class AheadOfTimeTests
{
    [Fact]
    public async Task The_program_is_compiled_ahead_of_time()
    {
        using var repository = new Repository().WithFiles().WithAheadOfTimeCompiler();

        (await repository.StartAsync()).ShouldPrint("answer first");

        IsCompiledAheadOfTime(repository).ShouldBeTrue();
    }

    [Fact]
    public async Task A_compiler_that_cannot_be_fetched_makes_starts_slower_and_nothing_else()
    {
        using var repository = new Repository().WithFiles().WithAheadOfTimeCompiler(
            """
            <ItemGroup><KnownCrossgen2Pack Update="Microsoft.NETCore.App.Crossgen2" Crossgen2PackVersion="10.0.0-not.there" /></ItemGroup>
            """)
            .Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer first");

        IsCompiledAheadOfTime(repository).ShouldBeFalse();
    }

    private static bool IsCompiledAheadOfTime(Repository repository)
    {
        var program = Directory.GetDirectories(Path.Combine(repository.State, "program")).Single();
        using var reader = new PEReader(File.OpenRead(Path.Combine(program, "_build.dll")));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
