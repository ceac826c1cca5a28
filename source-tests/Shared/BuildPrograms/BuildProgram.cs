using System.Collections.Immutable;
using CliWrap;
using CliWrap.Buffered;

namespace Shared.BuildPrograms;

/// <summary>Runs one of the build classes of a program of such classes, as a process, in a repository of its own.</summary>
internal sealed class BuildProgram : IDisposable
{
    private readonly string _assembly;
    private readonly string _name;
    private readonly Dictionary<string, string?> _environment = new()
    {
        // What the tests themselves run in must not show through.
        ["GITHUB_ACTIONS"] = null,
        ["NUKE_ROOT"] = null,
        ["CI"] = null,
        ["NO_COLOR"] = null,
        ["CLICOLOR_FORCE"] = null,
    };

    public BuildProgram(string name, string program = "BuildPrograms")
    {
        _assembly = Path.Combine(AppContext.BaseDirectory, program + ".dll");
        _name = name;
        Root = Directory.CreateTempSubdirectory("build-program-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
    }

    public string Root { get; }

    public BuildProgram WithVariable(string name, string? value)
    {
        _environment[name] = value;
        return this;
    }

    public BuildProgram WithFile(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    public Command Command(params string[] arguments) => Cli.Wrap("dotnet")
        .WithArguments([_assembly, .. arguments])
        .WithWorkingDirectory(Root)
        .WithEnvironmentVariables(_environment.ToImmutableDictionary().SetItem("BUILD_PROGRAM", _name))
        .WithValidation(CommandResultValidation.None);

    public async Task<BuildRun> RunAsync(params string[] arguments)
    {
        var result = await Command(arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return new BuildRun(result.ExitCode, result.StandardOutput, result.StandardError);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

internal sealed record BuildRun(int ExitCode, string Output, string Error)
{
    /// <summary>The messages that targets logged, in order.</summary>
    public IReadOnlyList<string> Messages
        => [.. Output.Split('\n').Where(x => x.Length > 13 && x[9..13] == "INF ").Select(x => x[13..])];

    /// <summary>The row of a target in the summary.</summary>
    public string SummaryOf(string target)
        => Output.Split('\n').LastOrDefault(x => x.StartsWith(target + " ", StringComparison.Ordinal)) ?? "";

    public BuildRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output + Error);
        return this;
    }

    public BuildRun ShouldFailWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Output + Error);
        (Output + Error).ShouldNotContain("   at ");
        return this;
    }
}
