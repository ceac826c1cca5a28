namespace Bootstrap.Tests;

/// <summary>What a start of the build program came to.</summary>
public sealed record Started(int ExitCode, string Output, string Errors)
{
    /// <summary>How many times this start called the compiler.</summary>
    public int Compiles => Errors.Split("build.sh: compiling the build").Length - 1;

    public Started ShouldPrint(string line)
    {
        Output.Split('\n').ShouldContain(line, Errors);
        return this;
    }

    public Started ShouldHaveCompiled(int times)
    {
        Compiles.ShouldBe(times, Errors);
        return this;
    }
}
